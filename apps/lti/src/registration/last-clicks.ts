import type { Language } from '@mgv/core';
import type { Family } from './platform-configuration.ts';

/** What is left to do in the LMS after a registration: a new tool is off there until somebody switches it on. */
export const LAST_CLICKS: Record<Family, Record<Language, readonly string[]>> = {
  moodle: {
    nl: [
      'Sluit dit venster. De tool staat nu in Moodle op de pagina ‘Tools beheren’ (Manage tools), met de status ‘In afwachting’ (Pending).',
      'Klik bij de tool op ‘Activeren’ (Activate).',
      'Klik op het tandwiel van de tool. Kies bij ‘Gebruik van toolconfiguratie’ (Tool configuration usage): ‘Toon in de activiteitenkiezer en als vooraf ingestelde tool’ (Show in activity chooser and as a preconfigured tool). Bewaar.',
      'Open een cursus, zet bewerken aan en voeg een activiteit toe: de tool staat in de lijst.',
    ],
    en: [
      'Close this window. The tool is now on Moodle’s page ‘Manage tools’, with the status ‘Pending’.',
      'Click ‘Activate’ on the tool.',
      'Click the cog of the tool. Under ‘Tool configuration usage’ choose ‘Show in activity chooser and as a preconfigured tool’. Save.',
      'Open a course, switch editing on and add an activity: the tool is in the list.',
    ],
  },
  canvas: {
    nl: [
      'Sluit dit venster. Canvas laat de rechten en plekken van de tool zien; neem ze over en bewaar. Staat de ontwikkelaarssleutel (Developer Key) op ‘Off’, zet haar op ‘On’.',
      'Ga naar de instellingen van het account of de cursus, tabblad ‘Apps’, ‘View App Configurations’ en ‘+ App’.',
      'Kies bij ‘Configuration Type’ voor ‘By Client ID’ en plak de client_id hieronder. Bevestig met ‘Install’.',
      'Open een cursus en maak een opdracht met inlevertype ‘External Tool’: de tool staat in de lijst.',
    ],
    en: [
      'Close this window. Canvas shows the rights and places of the tool; accept and save them. If the developer key is ‘Off’, switch it ‘On’.',
      'Go to the settings of the account or the course, tab ‘Apps’, ‘View App Configurations’ and ‘+ App’.',
      'Under ‘Configuration Type’ choose ‘By Client ID’ and paste the client_id below. Confirm with ‘Install’.',
      'Open a course and make an assignment with submission type ‘External Tool’: the tool is in the list.',
    ],
  },
  brightspace: {
    nl: [
      'Ga terug naar Brightspace: Admin Tools, ‘Manage Extensibility’, tabblad ‘LTI Advantage’. Open de tool.',
      'Zet de tool op ‘Enabled’: een nieuwe tool staat uit. Laat de extensies voor cijfers, namen en deep linking aan staan. Bewaar.',
      'Klik op ‘View Deployments’ en ‘New Deployment’. Kies de tool, geef haar een naam en kies onder ‘Make tool available to’ de onderdelen die haar mogen gebruiken.',
      'Maak bij de deployment een link van het type ‘Deep Linking Quicklink’: daarmee kiest een docent de opdrachten.',
    ],
    en: [
      'Go back to Brightspace: Admin Tools, ‘Manage Extensibility’, tab ‘LTI Advantage’. Open the tool.',
      'Set the tool to ‘Enabled’: a new tool is off. Leave the extensions for grades, names and deep linking on. Save.',
      'Click ‘View Deployments’ and ‘New Deployment’. Choose the tool, name it, and under ‘Make tool available to’ choose the units that may use it.',
      'Make a link of the type ‘Deep Linking Quicklink’ for the deployment: with it a teacher chooses the assignments.',
    ],
  },
  blackboard: {
    nl: [
      'Ga terug naar Blackboard: Administrator Panel, Integrations, ‘LTI Tool Providers’.',
      'Open het menu van de tool en kies ‘Approve’ (goedkeuren). Sta toe dat de tool cijfers en het deelnemersoverzicht gebruikt.',
      'Kies in hetzelfde menu ‘Manage Placements’ en maak een plek van het type ‘Deep Linking content tool’.',
      'Open een cursus en voeg inhoud toe uit de ‘Content Market’: de tool staat in de lijst.',
    ],
    en: [
      'Go back to Blackboard: Administrator Panel, Integrations, ‘LTI Tool Providers’.',
      'Open the menu of the tool and choose ‘Approve’. Allow the tool to use grades and the membership service.',
      'In the same menu choose ‘Manage Placements’ and make a placement of the type ‘Deep Linking content tool’.',
      'Open a course and add content from the ‘Content Market’: the tool is in the list.',
    ],
  },
  other: {
    nl: [
      'Sluit dit venster en zoek de nieuwe tool op in het beheer van je leeromgeving.',
      'Zet haar aan: in veel leeromgevingen staat een nieuwe tool uit tot een beheerder haar goedkeurt.',
      'Maak haar beschikbaar voor de cursussen die haar gebruiken, met cijfers en deep linking toegestaan.',
      'Open een cursus en voeg een opdracht toe met de tool.',
    ],
    en: [
      'Close this window and look up the new tool in the administration of your platform.',
      'Switch it on: in many platforms a new tool is off until an administrator approves it.',
      'Make it available to the courses that use it, with grades and deep linking allowed.',
      'Open a course and add an assignment with the tool.',
    ],
  },
};
