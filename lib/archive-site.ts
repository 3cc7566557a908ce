import { Duration, Stack } from 'aws-cdk-lib';
import {
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  PriceClass,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Storage } from './storage.ts';

export interface ArchiveSiteProps {
  readonly storage: Storage;
  /** The topic whose site is served. */
  readonly topic: string;
}

/**
 * Serves the archive site to everybody: CloudFront reads the site's own prefix of the bucket and nothing else of it, and
 * nobody reads the bucket past CloudFront.
 */
export class ArchiveSite extends Construct {
  /** Where the site is read, ending in a slash. */
  readonly url: string;

  constructor(scope: Construct, id: string, { storage, topic }: ArchiveSiteProps) {
    super(scope, id);
    const folder = `site/${topic}`;
    const distribution = this.distribute(storage, folder);
    this.url = `https://${distribution.distributionDomainName}/`;
    letRead(storage, folder, distribution);
    acknowledgeFindings(distribution);
  }

  private distribute(storage: Storage, folder: string): Distribution {
    const access = new S3OriginAccessControl(this, 'Access');
    return new Distribution(this, 'Distribution', {
      comment: 'Caveat: the archive site',
      defaultRootObject: 'index.html',
      defaultBehavior: {
        // The library declares one optional property of the two types differently.
        origin: S3BucketOrigin.withBucketDefaults(storage.bucket as IBucket, {
          originPath: `/${folder}`,
          originAccessControlId: access.originAccessControlId,
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.headers(),
        compress: true,
      },
      // Whoever may not list a bucket is told that a missing object is forbidden.
      errorResponses: [{ httpStatus: 403, responseHttpStatus: 404, responsePagePath: '/index.html' }],
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
    });
  }

  /** Says again by header what every page says of itself, and what only a header can say. Feeds may be read from anywhere. */
  private headers(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      comment: 'Caveat: pages without script, in no frame',
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
      },
    });
  }
}

/** Narrower than the library's own grant, which would let the distribution read every prefix. */
function letRead({ bucket }: Storage, folder: string, distribution: Distribution): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      actions: ['s3:GetObject'],
      resources: [bucket.arnForObjects(`${folder}/*`)],
      conditions: { StringEquals: { 'AWS:SourceArn': arnOf(distribution) } },
    }),
  );
}

function arnOf({ stack, distributionId }: Distribution): string {
  return Stack.of(stack).formatArn({
    service: 'cloudfront',
    region: '',
    resource: 'distribution',
    resourceName: distributionId,
  });
}

function acknowledgeFindings(distribution: Distribution): void {
  acknowledge(distribution, 'CFR1', 'The archive is for readers everywhere.');
  acknowledge(
    distribution,
    'CFR2',
    'Static files behind a cache: there is no input to filter, and a web ACL costs more a month than all else.',
  );
  acknowledge(
    distribution,
    'CFR3',
    'Who reads the archive is nobody’s business; CloudFront counts requests anyway.',
  );
  acknowledge(
    distribution,
    'CFR4',
    'CloudFront’s own certificate comes with its own choice of protocols; a domain of one’s own would bring another.',
  );
}
