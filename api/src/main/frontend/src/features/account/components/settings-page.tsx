import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { KidModeForm } from '@/features/account/components/kid-mode-form';
import { LeavingForms } from '@/features/account/components/leaving-forms';
import { SanctionList } from '@/features/account/components/sanction-list';
import styles from '@/features/account/components/settings-page.module.css';
import { BlockedList } from '@/features/following/components/blocked-list';
import { Page } from '@/components/layout/page';
import { Choice } from '@/components/ui/field';
import { Failure, Loading } from '@/components/ui/notice';
import { Toggle } from '@/components/ui/toggle';
import { type Settings, useChangeSettings, useSettings } from '@/lib/settings/settings';
import { type Language, LANGUAGES, speak, useLanguage, useTexts } from '@/lib/texts/texts';
import { THEMES, useTheme } from '@/lib/theme/theme';

const PRIVACIES = ['everyone', 'friends', 'existing', 'nobody'] as const;

/** What one chooses about oneself. */
export function SettingsPage() {
  const { account, common, following, reporting } = useTexts();
  const settings = useSettings();
  return (
    <Page title={common.nav.settings}>
      <Section title={account.looks}>
        <Looks />
      </Section>
      {settings.isPending && <Loading />}
      {settings.isError && <Failure error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data !== undefined && (
        <>
          <Section title={account.talking}>
            <Talking settings={settings.data} />
          </Section>
          <Section title={account.kidMode}>
            <KidModeForm on={settings.data.kid_mode} />
          </Section>
        </>
      )}
      <Section title={following.blocked}>
        <BlockedList />
      </Section>
      <Section title={account.sanctions} id="sanctions">
        <SanctionList />
        <Link to="/reports">{reporting.mine}</Link>
      </Section>
      <Section title={account.leaving}>
        <LeavingForms />
      </Section>
    </Page>
  );
}

function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className={styles['section']} id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Looks() {
  const { account } = useTexts();
  const language = useLanguage();
  const { theme, choose } = useTheme();
  return (
    <>
      <Choice
        label={account.theme}
        value={theme}
        options={THEMES.map((each) => [each, account.themes[each]] as const)}
        onChoose={choose}
      />
      <Choice
        label={account.language}
        value={language}
        options={Object.entries(LANGUAGES) as [Language, string][]}
        onChoose={(chosen) => void speak(chosen)}
      />
    </>
  );
}

function Talking({ settings }: { settings: Settings }) {
  const { account } = useTexts();
  const change = useChangeSettings();
  return (
    <>
      <Choice
        label={account.privacy}
        hint={account.privacyHint}
        value={settings.message_privacy}
        options={PRIVACIES.map((each) => [each, account.privacies[each]] as const)}
        onChoose={(chosen) => change.mutate({ message_privacy: chosen })}
      />
      <Toggle
        label={account.zen}
        hint={account.zenHint}
        checked={settings.zen_mode}
        onChange={(on) => change.mutate({ zen_mode: on })}
      />
      {change.isError && <Failure error={change.error} />}
    </>
  );
}
