import { useState } from 'react';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/field';
import { Toggle } from '@/components/ui/toggle';
import type { ExportRequest } from '@/features/analytics/api/export-events';
import { ExportProgress } from '@/features/analytics/components/export-progress';
import styles from '@/features/analytics/components/reports-page.module.css';
import { useExport } from '@/features/analytics/hooks/use-export';
import { startOf } from '@/lib/dates';
import { useHasRole } from '@/lib/session/session-store';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** Characters that the reason for names and texts has at least. */
const MIN_REASON = 10;

const EVERYTHING: ExportRequest = {
  from: '',
  to: '',
  types: '',
  exportKey: '',
  cursor: '',
  personalReason: undefined,
};

/** Downloads events for tools of one's own, under pseudonyms unless an administrator says why not. */
export function ExportPage() {
  const { analytics, common } = useStaffTexts();
  const mayName = useHasRole('admin');
  const [request, setRequest] = useState(EVERYTHING);
  const exporting = useExport();
  const texts = analytics.export;
  const { personalReason } = request;
  const field = (name: Exclude<keyof ExportRequest, 'personalReason'>) => ({
    value: request[name],
    onChange: (event: { target: { value: string } }) =>
      setRequest({ ...request, [name]: event.target.value.trim() }),
  });
  return (
    <Page title={analytics.exporting}>
      <p className={styles['soft']}>{texts.intro}</p>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          exporting.begin(asInstants(request));
        }}
      >
        <div className={styles['question']}>
          <TextField type="date" label={analytics.report.from} {...field('from')} />
          <TextField type="date" label={analytics.report.before} {...field('to')} />
        </div>
        <TextField label={texts.types} hint={texts.typesHint} {...field('types')} />
        <TextField label={texts.key} hint={texts.keyHint} {...field('exportKey')} />
        <TextField label={texts.cursor} hint={texts.cursorHint} inputMode="numeric" {...field('cursor')} />
        {mayName && (
          <Toggle
            label={texts.personal}
            hint={texts.personalHint}
            checked={personalReason !== undefined}
            onChange={(personal) => setRequest({ ...request, personalReason: personal ? '' : undefined })}
          />
        )}
        {personalReason !== undefined && (
          <TextArea
            label={common.reason}
            hint={common.atLeast(MIN_REASON)}
            required
            minLength={MIN_REASON}
            rows={2}
            value={personalReason}
            onChange={(event) => setRequest({ ...request, personalReason: event.target.value })}
          />
        )}
        <div className={styles['buttons']}>
          <Button
            type="submit"
            look="primary"
            disabled={
              exporting.state.phase === 'running' ||
              (personalReason !== undefined && personalReason.trim().length < MIN_REASON)
            }
          >
            {texts.begin}
          </Button>
        </div>
      </form>
      <ExportProgress state={exporting.state} onStop={exporting.halt} onGoOn={exporting.goOn} />
    </Page>
  );
}

/** A day stands for its first instant. */
function asInstants(request: ExportRequest): ExportRequest {
  return { ...request, from: startOf(request.from), to: startOf(request.to) };
}
