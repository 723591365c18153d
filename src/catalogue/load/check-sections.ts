import type { WrittenPattern } from './patterns.ts';
import type { Problem } from './problem.ts';
import { requiredSections } from './sections.ts';

/** Sections that are missing, out of order, or without the component that shows their data. */
export function checkSections(pattern: WrittenPattern): Problem[] {
  const titles = pattern.headings.filter((heading) => heading.depth === 2);
  const positions = requiredSections.map(({ title }) =>
    titles.findIndex((heading) => heading.text === title),
  );
  return requiredSections.flatMap(({ title, component }, i) => {
    const position = positions[i] ?? -1;
    if (position < 0) return [sectionProblem(pattern, 1, title, 'is missing')];
    const line = titles[position]?.line ?? 1;
    const before = positions.slice(0, i).some((other) => other > position);
    if (before) return [sectionProblem(pattern, line, title, 'is out of order')];
    if (component && !pattern.components.some(({ name }) => name === component)) {
      return [sectionProblem(pattern, line, title, `lacks its component <${component} />`)];
    }
    return [];
  });
}

function sectionProblem(
  pattern: WrittenPattern,
  line: number,
  title: string,
  what: string,
): Problem {
  const order = requiredSections.map((section) => section.title).join(' · ');
  return {
    file: pattern.file,
    line,
    what: `section "## ${title}" ${what}`,
    whatToDo: `The order is: ${order}.`,
  };
}
