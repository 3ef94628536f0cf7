import { Page } from '@/components/layout/page';
import { Empty } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

export function ChatPage() {
  const texts = useTexts();
  return (
    <Page title={texts.common.nav.chat}>
      <Empty>{texts.common.empty}</Empty>
    </Page>
  );
}
