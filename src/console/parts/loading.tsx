import { t } from '../strings/strings.js';

/** Stands where something is still on its way; seen only if that takes a moment. */
export function Loading() {
  return (
    <div class="loading" role="status">
      <span class="loading-dots" aria-hidden="true" />
      <span class="for-readers">{t.loading}</span>
    </div>
  );
}
