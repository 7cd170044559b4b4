/**
 * A pure function of one text that keeps its latest answers: for work over thousands of rows in which the same names come
 * again and again. Holds at most twice `most` answers.
 */
export function remembered<T>(work: (text: string) => T, most = 5_000): (text: string) => T {
  let recent = new Map<string, T>();
  let before = new Map<string, T>();
  return (text) => {
    const known = recent.get(text) ?? before.get(text);
    const answer = known ?? work(text);
    if (!recent.has(text)) {
      if (recent.size >= most) {
        before = recent;
        recent = new Map();
      }
      recent.set(text, answer);
    }
    return answer;
  };
}
