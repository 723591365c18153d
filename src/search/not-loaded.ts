/**
 * The words in place of results where the search cannot be loaded. They stand hidden in every search
 * box, so that they are there without a network.
 */
export const notLoadedMarkup =
  '<p class="vain" role="alert" data-failed hidden>The search did not load. Connect and reload, or see <a href="/catalogue/">the catalogue</a>.</p>';
