/** The script of a page that stands in a frame on another site. */
import '../../../src/ui/copy/copy-button.ts';
import '../pattern-playground.ts';
import { runWithoutForms } from './run-without-forms.ts';
import { tellHeight } from './tell-height.ts';

runWithoutForms();
tellHeight();
