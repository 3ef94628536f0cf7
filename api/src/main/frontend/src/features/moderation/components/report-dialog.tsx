import { type SyntheticEvent, useState } from 'react';
import { useFileReport } from '@/features/moderation/api/file-report';
import { REPORT_TYPES, type ReportType, type Subject } from '@/features/moderation/types/report';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Choice, TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { draftKey, useDraft, writeDraft } from '@/lib/drafts/draft-store';
import { useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

export interface ReportDialogProps {
  username: string;
  /** what it most likely is */
  type?: ReportType;
  subject?: Subject;
  onClose: () => void;
}

const MIN_LENGTH = 5;
const MAX_LENGTH = 2_000;

/** Reports somebody, and what they did, to the moderators. */
export function ReportDialog({ username, type = 'harassment', subject, onClose }: ReportDialogProps) {
  const { reporting, common } = useTexts();
  const [kind, setKind] = useState<ReportType>(type);
  const me = useMe();
  const key = draftKey(me.id, `report ${username} ${subject?.id ?? ''}`);
  const description = useDraft(key);
  const [evidence, setEvidence] = useState('');
  const report = useFileReport(() => writeDraft(key, ''));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    report.mutate({
      reported_user: username,
      report_type: kind,
      description,
      ...(evidence === '' ? {} : { evidence_url: evidence }),
      ...(subject === undefined ? {} : { subject }),
    });
  };
  return (
    <Dialog title={reporting.title(username)} onClose={onClose}>
      {report.isSuccess ? (
        <Form onSubmit={onClose}>
          <Notice>{reporting.done}</Notice>
          <Button type="submit">{common.close}</Button>
        </Form>
      ) : (
        <Form onSubmit={submit} error={report.error}>
          <Choice
            label={reporting.type}
            value={kind}
            options={REPORT_TYPES.map((each) => [each, reporting.types[each]] as const)}
            onChoose={setKind}
          />
          <TextArea
            label={reporting.description}
            hint={reporting.descriptionHint}
            required
            minLength={MIN_LENGTH}
            maxLength={MAX_LENGTH}
            value={description}
            onChange={(event) => writeDraft(key, event.target.value)}
          />
          <TextField
            label={reporting.evidence}
            hint={reporting.evidenceHint}
            type="url"
            required={kind === 'cheating'}
            value={evidence}
            onChange={(event) => setEvidence(event.target.value)}
          />
          <Button look="primary" type="submit" disabled={report.isPending}>
            {reporting.file}
          </Button>
        </Form>
      )}
    </Dialog>
  );
}
