/** The account and region that the local cloud plays. Neither exists: the number is not one that AWS gives out. */
export const LOCAL_ACCOUNT_ID = '000000000000';
export const LOCAL_REGION = 'eu-central-1';
