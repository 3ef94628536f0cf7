import { Component, type ReactNode } from 'react';
import { Broken } from '@/app/broken';

interface State {
  broken: boolean;
}

/** Catches what no page's own boundary has caught. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
