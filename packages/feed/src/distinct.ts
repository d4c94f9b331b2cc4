/** What is known of three texts, each once, in their order. */
export function distinct(
  first: string | undefined,
  second: string | undefined,
  third: string | undefined,
): string[] {
  const texts: string[] = first === undefined ? [] : [first]
  if (second !== undefined && second !== first) texts.push(second)
  if (third !== undefined && third !== first && third !== second) texts.push(third)
  return texts
}
