import { type AppConfig, loadConfig } from '../config/load.ts';
import { type FunctionEnv, type FunctionName, parseFunctionEnv } from '../contract/env.ts';

/** @throws EnvironmentError naming every variable that is missing */
export function environmentOf<F extends FunctionName>(name: F): FunctionEnv<F> {
  return parseFunctionEnv(name, process.env);
}

const configs = new Map<string, AppConfig>();

/** The configuration of a directory, read once. @throws ConfigError with every problem */
export function configIn(dir: string): AppConfig {
  const known = configs.get(dir);
  if (known) return known;
  const config = loadConfig(dir);
  configs.set(dir, config);
  return config;
}
