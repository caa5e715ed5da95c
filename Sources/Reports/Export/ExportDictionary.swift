/// The data dictionary that goes with an export.
package enum ExportDictionary {
    package static let text = """
        # An export of Rapporteur

        | file | what |
        |---|---|
        | `recommendations.jsonl` | one recommendation a line, as a JSON object |
        | `recommendations.csv` | the same as a table, one text each; UTF-8 with a byte order mark |
        | `documents.jsonl` | one document a line |

        ## A recommendation

        | field | meaning |
        |---|---|
        | `id` | its number in the record it was exported from |
        | `kind` | `recommendation`, `observation` or `pledge` |
        | `document`, `symbol`, `title`, `mechanism`, `state`, `address` | the document it stands in, the State the document is about, where the official text is |
        | `paragraph` | the number printed before it; null where the source gives none |
        | `texts` | by language (BCP 47) |
        | `states` | whom it is addressed to: ISO 3166-1 alpha-3; `~` and a name for other reviewed entities |
        | `recommending` | UPR: the States that made it |
        | `parts` | lettered duties and variants of wording, with the States of a variant |
        | `tags` | `kind` (theme, person, sdg, norm, action), `code`, the source's own `label`, and the `source` that says so |
        | `action` | UPR Info's category of action, 1 to 5 |
        | `position` | the latest: `pending`, `supported`, `noted`; null where the mechanism knows none or nothing is known |
        | `positions` | every statement with its date, document, wording and reason, oldest first |
        | `cycle`, `session`, `published` | of the review or document; null where not known |
        | `sources` | who gave it: `uhri`, `upr-info`, `demo`, or a table's name |

        Null and an empty list mean "no data", never "none". Documents whose symbol begins with `DEMO/` are invented.
        Several values in one cell of the table are joined by "; ". A text a spreadsheet would take for a formula is led by an
        apostrophe.

        """
}
