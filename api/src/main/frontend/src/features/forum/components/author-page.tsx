import { Link, useParams } from 'react-router';
import { TopicList } from '@/features/forum/components/topic-list';
import { Page } from '@/components/layout/page';
import { useTexts } from '@/lib/texts/texts';

/** The topics that one person has started. */
export function AuthorPage() {
  const { forum } = useTexts();
  const { username = '' } = useParams();
  return (
    <Page key={username} title={forum.topicsOf(username)} actions={<Link to="/forum">{forum.title}</Link>}>
      <TopicList author={username} empty={forum.noTopicsOf(username)} />
    </Page>
  );
}
