import { describe, expect, it } from 'vitest';
import { readMarked } from '@/features/forum/types/marked';

describe('highlights', () => {
  it('are the marked pieces of the text', () => {
    expect(readMarked('a <mark>queen</mark> and a <mark>rook</mark>')).toEqual([
      { text: 'a ', marked: false },
      { text: 'queen', marked: true },
      { text: ' and a ', marked: false },
      { text: 'rook', marked: true },
    ]);
  });

  it('say what was escaped as it was written, once', () => {
    expect(readMarked('&lt;b&gt; &amp;lt; &quot;&#39;&#x2F; &nope;')).toEqual([
      { text: '<b> &lt; "\'/ &nope;', marked: false },
    ]);
  });

  it('leave anything else that looks like HTML as text', () => {
    expect(readMarked('<img src=x onerror=alert(1)><mark><b>x</b></mark>')).toEqual([
      { text: '<img src=x onerror=alert(1)>', marked: false },
      { text: '<b>x</b>', marked: true },
    ]);
  });

  it('take a mark without its end, and numbers of no character, as text', () => {
    expect(readMarked('<mark>open &#9999999;')).toEqual([{ text: '<mark>open &#9999999;', marked: false }]);
  });

  it('of nothing are nothing', () => {
    expect(readMarked('')).toEqual([]);
  });
});
