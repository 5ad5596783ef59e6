import type { ToolAddresses } from './tool-addresses.ts';
import {
  CANVAS_TOOL_ID,
  CUSTOM_PARAMETERS,
  NAVIGATION_PLACEMENT,
  PICKER_PLACEMENTS,
  TOOL_TEXT,
  WANTED_SCOPES,
} from './tool-description.ts';

/** Size in which Canvas opens the picker, in pixels. */
const PICKER_SIZE = { selection_width: 960, selection_height: 720 } as const;

/** Configuration of a Canvas developer key: an admin gives its address, or pastes it. */
export function canvasConfiguration({ login, launch, jwks, domain }: ToolAddresses): object {
  return {
    title: TOOL_TEXT.title,
    description: TOOL_TEXT.description,
    oidc_initiation_url: login,
    target_link_uri: launch,
    public_jwk_url: jwks,
    scopes: WANTED_SCOPES,
    custom_fields: CUSTOM_PARAMETERS,
    extensions: [
      {
        domain,
        tool_id: CANVAS_TOOL_ID,
        platform: 'canvas.instructure.com',
        privacy_level: 'anonymous',
        settings: {
          text: TOOL_TEXT.title,
          ...PICKER_SIZE,
          placements: [
            ...PICKER_PLACEMENTS.map((placement) => ({
              text: TOOL_TEXT.choose,
              placement,
              message_type: 'LtiDeepLinkingRequest',
              target_link_uri: launch,
              ...PICKER_SIZE,
              enabled: true,
            })),
            {
              text: TOOL_TEXT.navigation,
              placement: NAVIGATION_PLACEMENT,
              message_type: 'LtiResourceLinkRequest',
              target_link_uri: launch,
              default: 'disabled',
              visibility: 'admins',
              enabled: true,
            },
          ],
        },
      },
    ],
  };
}
