/**
 * Says in other words what the server says in a sentence of its own, of which only numbers vary: `#` stands for each.
 *
 * @returns undefined where the sentence is not known
 */
export function rephrase(sentence: string, known: Readonly<Record<string, string>>): string | undefined {
  const numbers = sentence.match(/\d+/g) ?? [];
  let place = 0;
  return known[sentence.replaceAll(/\d+/g, '#')]?.replaceAll('#', () => numbers[place++] ?? '');
}
