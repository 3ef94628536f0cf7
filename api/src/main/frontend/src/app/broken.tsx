import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { useTexts } from '@/lib/texts/texts';

/** In place of a page that has failed. A page that a newer server no longer has is there after loading anew. */
export function Broken() {
  const { common } = useTexts();
  return (
    <Page title={common.broken}>
      <p>{common.brokenHint}</p>
      <Button look="primary" onClick={() => window.location.reload()}>
        {common.reload}
      </Button>
    </Page>
  );
}
