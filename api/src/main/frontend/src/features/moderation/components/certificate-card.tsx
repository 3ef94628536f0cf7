import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import styles from '@/features/moderation/components/moderation.module.css';
import type { Certificate } from '@/features/moderation/types/certificate';
import { exactMoment } from '@/lib/dates';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

/** What has become of all that somebody wrote, store by store. */
export function CertificateCard({ certificate }: { certificate: Certificate }) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const texts = moderation.erasure;
  const { complete, reason, requested_by: by, requested_at: at, stores } = certificate;
  const asked = texts.asked(by?.username ?? moderation.somebody, exactMoment(at, language));
  return (
    <Card title={texts.certificate}>
      <p role="status" className={styles['badges']}>
        <Badge tone={complete ? 'good' : 'warning'}>{complete ? texts.complete : texts.incomplete}</Badge>
        {certificate.person.id}
      </p>
      <p className={styles['soft']}>{`${asked} ${texts.position(certificate.requested_position)}`}</p>
      {reason != null && reason !== '' && <p className={styles['said']}>{reason}</p>}
      {certificate.erased_at != null && (
        <p className={styles['soft']}>
          {`${texts.keyGone(exactMoment(certificate.erased_at, language))} ${texts.position(certificate.erased_position ?? 0)}`}
        </p>
      )}
      <ul className={styles['actions']}>
        {stores.map((store) => (
          <li key={store.name}>
            <span className={styles['badges']}>
              <strong>{store.name}</strong>
              <Badge tone={store.erased ? 'good' : 'warning'}>{store.erased ? texts.gone : texts.left}</Badge>
              <span className={styles['soft']}>{texts.position(store.position)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
