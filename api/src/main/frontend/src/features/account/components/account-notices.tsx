import { useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Link } from 'react-router';
import { SANCTIONS } from '@/features/account/api/sanctions';
import styles from '@/features/account/components/account-notices.module.css';
import { type AccountNotice, useNotices } from '@/features/account/stores/notices-store';
import { Button } from '@/components/ui/button';
import { moment } from '@/lib/dates';
import { ME } from '@/lib/live/frames';
import { useSubject } from '@/lib/live/use-subject';
import { type Language, type Texts, useLanguage, useTexts } from '@/lib/texts/texts';

const KINDS: readonly string[] = ['warning', 'sanction', 'sanction_ended', 'report_upheld', 'mention'];

function isKind(name: string): name is AccountNotice['kind'] {
  return KINDS.includes(name);
}

/** Tells what happens to the one who is signed in, as it happens, until they have seen it. */
export function AccountNotices() {
  const texts = useTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const { notices, add, dismiss } = useNotices();
  useSubject(ME, {
    onEvent: (name, data) => {
      if (!isKind(name)) return;
      add({ kind: name, data: data as AccountNotice['data'] });
      void queries.invalidateQueries({ queryKey: SANCTIONS });
      void queries.invalidateQueries({ queryKey: ['chat', 'room'] });
    },
  });
  return (
    <div className={styles['notices']} role="status">
      {notices.map((notice) => (
        <div key={notice.id} className={styles['notice']} data-kind={notice.kind}>
          <p>
            {wordsOf(notice, texts, language)} <Where notice={notice} />
          </p>
          <Button
            look="quiet"
            size="small"
            aria-label={texts.common.close}
            onClick={() => dismiss(notice.id)}
          >
            <X size={16} aria-hidden />
          </Button>
        </div>
      ))}
    </div>
  );
}

function Where({ notice }: { notice: AccountNotice }) {
  const { account } = useTexts();
  const { topic_id: topic } = notice.data;
  if (notice.kind === 'mention' && typeof topic === 'string') {
    return <Link to={`/forum/topics/${topic}`}>{account.notices.toTopic}</Link>;
  }
  return notice.kind === 'warning' || notice.kind === 'sanction' ? (
    <Link to="/settings#sanctions">{account.notices.details}</Link>
  ) : null;
}

function wordsOf({ kind, data }: AccountNotice, { account }: Texts, language: Language): string {
  const { notices, sanctionNames } = account;
  const names: Readonly<Record<string, string>> = sanctionNames;
  const name = names[String(data['action_type'])] ?? '';
  const reason = typeof data['reason'] === 'string' ? data['reason'] : '';
  switch (kind) {
    case 'warning':
      return notices.warning(reason);
    case 'sanction':
      return notices.sanction(
        name,
        reason,
        typeof data['until'] === 'string' ? moment(data['until'], language) : undefined,
      );
    case 'sanction_ended':
      return notices.ended(name);
    case 'report_upheld':
      return notices.upheld(nameOf(data['reported_user']));
    case 'mention':
      return notices.mention(nameOf(data['author']));
  }
}

function nameOf(person: unknown): string {
  return (person as { username?: string } | undefined)?.username ?? '';
}
