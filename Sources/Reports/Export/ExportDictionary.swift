/// The data dictionary that goes with an export.
package enum ExportDictionary {
    package static let text = """
        # An export of Rapporteur

        | file | what |
        |---|---|
        | `recommendations.jsonl` | one recommendation a line, as a JSON object |
        | `recommendations.csv` | the same as a table, one text each; UTF-8 with a byte order mark |
        | `documents.jsonl` | one document a line |
        | `assessments.jsonl` | what somebody says of how far a recommendation is carried out, one a line, never averaged |
        | `disagreements.jsonl` | where two sources say different things of a recommendation |
        | `follow-ups.jsonl` | what committees marked a paragraph for |
        | `programmes.iati.xml` | every public programme of cooperation, as activities of the aid-data standard (IATI 2.03) |

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
        | `sources` | who gave it: `uhri`, `upr-info`, `demo`, a table's name, or a kind of document: `un-report`, `un-draft`, `addendum`, `ohchr-list`, `treaty-body`, `special-procedure`, `document` |

        ## Assessments, disagreements, follow-ups

        | field | meaning |
        |---|---|
        | `recommendation` | the `id` of the recommendation |
        | `part` | the part it speaks of; null for the whole |
        | `assessor_kind`, `assessor` | `state`, `nhri`, `civil-society`, `un`, `committee` or `expert`, and who |
        | `scheme`, `value` | a value means something in its own scheme alone; `claim` is what a State says of itself: `implemented`, `inProgress`, `partly` |
        | `date`, `wording`, `source`, `document` | when, in which words, and where it is said |
        | `field` | `state-missing`, `state-extra`, `position` or `position-document` |
        | `recorded`, `recorded_source`, `other`, `other_source` | what the record has, what the other source says; null for absent |
        | `for_follow_up`, `due`, `priority` | whether information on follow-up is asked for, by which printed date, and whether the paragraph is of particular importance |

        Null and an empty list mean "no data", never "none". Documents whose symbol begins with `DEMO/` are invented.
        Several values in one cell of the table are joined by "; ". A text a spreadsheet would take for a formula is led by an
        apostrophe.

        """
}
