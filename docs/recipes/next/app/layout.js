export const metadata = { title: "Pagar" };

export default function Layout({ children }) {
  return (
    <html lang="es-CL">
      <body>{children}</body>
    </html>
  );
}
