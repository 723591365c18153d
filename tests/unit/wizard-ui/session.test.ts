// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { formatAddress } from '../../../src/wizard/ui/address.ts';
import { answerFact } from '../../../src/wizard/ui/answering.ts';
import { Session } from '../../../src/wizard/ui/session.ts';
import { initialState } from '../../../src/wizard/ui/state.ts';

const small = answerFact(initialState, 'engineers', 3).wizard;
const large = answerFact(initialState, 'engineers', 300).wizard;

beforeEach(() => {
  history.replaceState(null, '', '/wizard/');
});

describe('opening a page', () => {
  it('reads place and answers', () => {
    location.hash = formatAddress('result', small);
    expect(new Session().open()).toEqual({
      kind: 'link',
      place: 'result',
      wizard: small,
      dropped: [],
    });
  });

  it('reads a bare place', () => {
    location.hash = '#availability';
    expect(new Session().open()).toEqual({ kind: 'place', place: 'availability' });
  });

  it('leaves the anchors of the page alone', () => {
    location.hash = '#_top';
    expect(new Session().open()).toEqual({ kind: 'anchor' });
  });

  it('says why it cannot read a damaged link', () => {
    location.hash = `${formatAddress('result', small).slice(0, -4)}`;
    expect(new Session().open()).toMatchObject({ kind: 'broken' });
  });
});

describe('going back', () => {
  it('keeps the answers within one line of work', () => {
    const session = new Session();
    session.replace('team', small);
    const entry: unknown = history.state;
    session.push('load', large);
    history.replaceState(entry, '', formatAddress('team', small));
    expect(session.revisit(history.state)).toEqual({ kind: 'place', place: 'team' });
  });

  it('takes over the answers of a link that somebody opened in between', () => {
    const session = new Session();
    session.replace('team', small);
    history.pushState(null, '', formatAddress('result', large));
    expect(session.revisit(null)).toMatchObject({ kind: 'link', wizard: large });
  });

  it('returns to the own answers after such a link', () => {
    const session = new Session();
    session.replace('team', small);
    const own: unknown = history.state;
    session.revisit(null);
    history.pushState(null, '', formatAddress('result', large));
    session.revisit(null);
    session.replace('result', large);
    history.replaceState(own, '', formatAddress('team', small));
    expect(session.revisit(own)).toMatchObject({ kind: 'link', wizard: small });
  });
});

describe('the address', () => {
  it('is bare while nothing was answered', () => {
    new Session().replace('start', initialState.wizard);
    expect(location.href).toMatch(/\/wizard\/$/);
    new Session().push('team', initialState.wizard);
    expect(location.hash).toBe('#team');
  });
});
