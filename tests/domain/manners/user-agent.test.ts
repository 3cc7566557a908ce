import { describe, expect, it } from 'vitest';
import { mayFetch } from '../../../src/domain/manners/robots.ts';
import { userAgent } from '../../../src/domain/manners/user-agent.ts';

describe('userAgent', () => {
  it('names the product, its version and whom to write to', () => {
    expect(userAgent('1.2.3', 'mailto:desk@newsroom.example')).toBe(
      'Caveat/1.2.3 (+mailto:desk@newsroom.example)',
    );
  });

  it('is the name that robots.txt addresses', () => {
    const agent = userAgent('1.2.3', 'https://newsroom.example/');
    expect(mayFetch('User-agent: caveat\nDisallow: /', 'https://outlet.example/', agent)).toBe(false);
  });

  it.each(['a\nb', 'Редакція', 'x)', '(x'])('refuses the contact %o', (contact) => {
    expect(() => userAgent('1', contact)).toThrow(RangeError);
  });
});
