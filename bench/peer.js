export function peerSection() {
  return { title: 'A peer', rows: [] };
}
