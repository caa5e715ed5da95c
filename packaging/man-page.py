#!/usr/bin/env python3
"""Writes rapporteur(1) from what the program says of itself.

usage: rapporteur --experimental-dump-help | man-page.py VERSION > rapporteur.1
"""
import json
import sys


def escape(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in ".'" else line for line in text.splitlines())


def paragraphs(text: str) -> str:
    """Paragraphs filled, indented ones (examples) left as they are."""
    parts = [part.strip("\n") for part in text.split("\n\n") if part.strip()]
    return "\n.PP\n".join(
        f".nf\n{escape(part)}\n.fi" if part.startswith("  ") else escape(part.strip()) for part in parts
    )


def spelling(argument: dict) -> str:
    """`-l, --limit limit`, or `<file>` for what stands without a name."""
    value = argument.get("valueName") or "value"
    if argument["kind"] == "positional":
        return f"\\fI{escape(value)}\\fR" + ("..." if argument.get("isRepeating") else "")
    prefixes = {"long": "--", "short": "-", "longWithSingleDash": "-"}
    names = ", ".join(f"\\fB{escape(prefixes[n['kind']] + n['name'])}\\fR" for n in argument.get("names", []))
    return names + (f" \\fI{escape(value)}\\fR" if argument["kind"] == "option" else "")


def arguments(command: dict, everywhere: bool = False) -> list[dict]:
    """What the command takes; what every command takes (help, version) only where asked for."""
    common = set() if everywhere else {"help", "version"}
    return [
        a
        for a in command.get("arguments", [])
        if a.get("shouldDisplay", True) and not common & {n["name"] for n in a.get("names") or []}
    ]


def described(command: dict, everywhere: bool = False) -> list[str]:
    lines = []
    for argument in arguments(command, everywhere):
        text = " ".join(filter(None, [argument.get("abstract"), argument.get("discussion")]))
        if argument.get("defaultValue"):
            text += f" (default: {argument['defaultValue']})"
        lines += [".TP", spelling(argument), escape(text.strip()) or "\\&"]
    return lines


def section(command: dict, parents: list[str]) -> list[str]:
    """One subcommand and, after it, its own subcommands."""
    name = " ".join([*parents, command["commandName"]])
    synopsis = " ".join(
        spelling(a) if not a.get("isOptional") else f"[{spelling(a)}]" for a in arguments(command)
    )
    lines = [f'.SS "{escape(name)}"', f"\\fB{escape(name)}\\fR {synopsis}"]
    if command.get("abstract"):
        lines += [".PP", paragraphs(command["abstract"])]
    if command.get("discussion"):
        lines += [".PP", paragraphs(command["discussion"])]
    lines += described(command)
    for child in command.get("subcommands", []):
        if child["commandName"] != "help" and child.get("shouldDisplay", True):
            lines += section(child, [*parents, command["commandName"]])
    return lines


def page(root: dict, version: str) -> str:
    name = root["commandName"]
    lines = [f'.TH RAPPORTEUR 1 "" "rapporteur {version}" "User commands"', ".SH NAME"]
    lines += [f"{name} \\- {escape(root.get('abstract', ''))}", ".SH SYNOPSIS", f"\\fB{name}\\fR \\fIcommand\\fR [\\fIoption\\fR...]"]
    if root.get("discussion"):
        lines += [".SH DESCRIPTION", paragraphs(root["discussion"])]
    lines += [".SH OPTIONS", *described(root, everywhere=True), ".SH COMMANDS"]
    for child in root.get("subcommands", []):
        if child["commandName"] != "help" and child.get("shouldDisplay", True):
            lines += section(child, [name])
    lines += [".SH EXIT STATUS", "0 done, 1 failed, 2 wrong usage, 3 done with rejected rows."]
    lines += [".SH FILES", ".TP", "\\fI/etc/rapporteur/rapporteur.yaml\\fR", "Configuration of the service."]
    lines += [".TP", "\\fI/var/lib/rapporteur\\fR", "Data of the service."]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.write(page(json.load(sys.stdin)["command"], sys.argv[1]))
