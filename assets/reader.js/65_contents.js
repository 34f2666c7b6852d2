// The contents at hand: the part that is being read

function followContents(contents) {
  const rail = contents.closest('.rail') || contents;
  const links = new Map(all('a[href^="#"]', contents).map(link => [document.getElementById(link.hash.slice(1)), link]));
  const observer = new IntersectionObserver(seen => {
    const {target} = seen.find(entry => entry.isIntersecting) || {};
    if (!target) return;
    all('[aria-current]', contents).forEach(link => link.removeAttribute('aria-current'));
    links.get(target).setAttribute('aria-current', 'true');
    // Whoever goes through the links by keyboard would lose the one that has the focus.
    if (!rail.matches(':focus-within')) rail.scrollTop = links.get(target).offsetTop - rail.clientHeight / 3;
  }, {rootMargin: '0px 0px -80% 0px'});
  for (const target of links.keys()) if (target) observer.observe(target);
}
