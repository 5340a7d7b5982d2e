"""``reportedly serve``."""

from __future__ import annotations

import click

from reportedly.cli.screen import an_archive

PORT = 8017


@click.command()
@an_archive
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 = any free one.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Listen here; an address that other machines can reach needs --token.",
)
@click.option(
    "--token",
    envvar="REPORTEDLY_TOKEN",
    metavar="TEXT",
    help="Ask every visitor for this [environment: REPORTEDLY_TOKEN].",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the desk in the browser.")
def serve(archive: str, port: int, host: str, token: str | None, open_browser: bool) -> None:
    """Open the desk: read, check and search the account in a browser, on this machine alone.

    Nothing leaves the machine, and nothing is loaded from elsewhere. Stop it with Ctrl+C.
    """
    from reportedly.archive import Archive
    from reportedly.server.app import build_app, prepare
    from reportedly.server.built import require_built
    from reportedly.server.running import Address, check, run

    address = Address(host, port, token)
    check(address)
    static = require_built()

    def opened(url: str) -> None:
        click.echo(f"The desk is at {url} (stop it with Ctrl+C)")
        if open_browser:
            click.launch(url)

    with Archive.open(archive, create=False) as found:
        app = build_app(found, static, hosts=address.hosts, token=token)
        prepare(app)
        run(app, address, opened)
