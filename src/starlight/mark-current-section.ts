/** Marks the section being read in the contents: the last heading above the upper third. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.columns > .toc a')];
const headings = links.flatMap((link) => document.getElementById(link.hash.slice(1)) ?? []);

function mark(): void {
  const line = innerHeight / 3;
  const current = headings.findLastIndex((heading) => heading.getBoundingClientRect().top < line);
  links.forEach((link, index) => {
    if (index === current) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
}

if (headings.length > 0) new IntersectionObserver(mark).observe(document.body);
for (const heading of headings) new IntersectionObserver(mark).observe(heading);
