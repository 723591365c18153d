/** The one script of every page. What is heavier than a listener loads when it is asked for. */
import '../../playground/element/pattern-playground.ts';
import '../search/open-search.ts';
import '../ui/copy/copy-button.ts';
import './keep-offline.ts';
import './mark-current-section.ts';
import './theme-button.ts';
