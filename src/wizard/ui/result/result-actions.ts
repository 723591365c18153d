import { zip } from '../../../lib/zip.ts';
import { decodeFile, encodeFile, linkLimit } from '../../share.ts';
import type { ResultActions } from '../actions.ts';
import { formatAddress } from '../address.ts';
import type { GeneratedFile } from '../../artefacts/files.ts';
import type { Host } from '../host.ts';
import { adopt, pinDecision, report, showFile } from '../state.ts';
import { copyText, saveFile } from './deliver.ts';
import { effectOfPin } from './pin-words.ts';

/** What is said where the code that writes files cannot be loaded. */
export const filesMissing =
  'The code that writes the files did not load. Check the connection, then press “Download all files”.';

/** In bytes: a file that is larger is refused by its beginning, and never read whole. */
const MORE_THAN_ANY_FILE = 256 * 1024;

/**
 * Connects the result's view to the page.
 * @param write gives the files of the result that is shown
 */
export function resultActions(
  host: Host,
  write: () => Promise<readonly GeneratedFile[]>,
): ResultActions {
  const say = (text: string) => {
    host.change(host.state(), text);
  };
  return {
    download: async () => {
      const files = await write().catch(() => undefined);
      if (files === undefined) {
        say(filesMissing);
        return;
      }
      saveFile('architecture.zip', zip(files), 'application/zip');
      say(`architecture.zip with ${files.length} files is in your downloads.`);
    },
    copyLink: async () => {
      const link =
        location.origin + location.pathname + formatAddress('result', host.state().wizard);
      const isCopied = await copyText(link);
      say(isCopied ? copiedInWords(link) : refused('The address bar holds the same link.'));
    },
    saveAnswers: () => {
      saveFile('wizard-answers.json', encodeFile(host.state().wizard), 'application/json');
      say('wizard-answers.json is in your downloads. “Open a saved file” brings it back.');
    },
    openAnswers: async (file) => {
      const decoded = decodeFile(await file.slice(0, MORE_THAN_ANY_FILE).text());
      if (decoded.ok) {
        const { state, dropped } = decoded.value;
        host.change(adopt(host.state(), state, 'file', dropped), `Opened ${file.name}.`);
      } else {
        const why = decoded.problem.text;
        host.change(report(host.state(), { what: 'file', why, isPartial: false }));
      }
    },
    pin: (decision, chosen) => {
      const before = host.state();
      const after = pinDecision(before, decision, chosen);
      host.change(after, effectOfPin(before.wizard, after.wizard, decision));
    },
    showFile: (path) => {
      host.change(showFile(host.state(), path));
    },
    copyFile: async (text) => {
      const isCopied = await copyText(text);
      say(isCopied ? 'File copied.' : refused('Select the text and copy it yourself.'));
    },
  };
}

function copiedInWords(link: string): string {
  return link.length <= linkLimit
    ? 'Link copied. Whoever opens it sees this result.'
    : `Link copied. It is ${link.length} characters long, which some programs cut: better save the answers.`;
}

function refused(instead: string): string {
  return `The browser did not allow copying. ${instead}`;
}
