import { ContractBox } from './result/contract-box.ts';
import { WizardApp } from './wizard-app.ts';

customElements.define('wizard-app', WizardApp);
customElements.define('contract-box', ContractBox);
