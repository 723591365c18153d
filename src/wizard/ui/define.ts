import { WizardApp } from './wizard-app.ts';

customElements.define('wizard-app', WizardApp);
