import { dialogLater } from '@/components/ui/dialog-later';

/** Reports somebody, and what they did, to the moderators. */
export const ReportDialog = dialogLater(
  async () => (await import('@/features/moderation/components/report-dialog')).ReportDialog,
);
