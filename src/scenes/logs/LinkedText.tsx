import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { AppLink } from '../../components/AppLink';
import { linkedText } from '../../domain/logs/linkedText';
import { maskSecrets } from '../../domain/logs/maskSecrets';

/** What a line says, without secrets; the traces that it names are links. */
export function LinkedText({ text }: { text: string }) {
  const { search } = useLocation();
  return linkedText(maskSecrets(text)).map((piece, index) =>
    piece.traceId === undefined ? (
      piece.text
    ) : (
      <AppLink key={index} href={pageUrl('traces', [piece.traceId], search)}>
        {piece.text}
      </AppLink>
    )
  );
}
