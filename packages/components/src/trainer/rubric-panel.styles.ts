import { css } from 'lit';

export const styles = css`
  section + section {
    margin-top: var(--space-4);
    padding-top: var(--space-4);
    border-top: 1px solid var(--rule);
  }
  h2 {
    display: flex;
    gap: var(--space-3);
    justify-content: space-between;
    margin-bottom: var(--space-2);
    padding-inline: var(--space-3);
    color: var(--ink-quiet);
    font-size: var(--text-small);
    font-weight: 400;
    line-height: 1.35;
  }
  .earned {
    flex: none;
    font-variant-numeric: tabular-nums;
  }
  mgv-rubric-criterion + mgv-rubric-criterion {
    margin-top: var(--space-1);
  }
  .note {
    padding-inline: var(--space-3);
    color: var(--ink-quiet);
    font-size: var(--text-small);
  }
  .overall {
    display: grid;
    gap: var(--space-4);
    padding-inline: var(--space-3);
  }
  label > span {
    display: block;
    margin-bottom: var(--space-1);
    font-weight: 650;
  }
  label > .hint {
    color: var(--ink-quiet);
    font-size: var(--text-small);
    font-weight: 400;
    line-height: 1.35;
  }
  textarea.field {
    min-height: 64px;
    font-size: var(--text-small);
  }
  #reason {
    min-height: 44px;
  }
`;
