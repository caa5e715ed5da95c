import Frame

/// The answers about the record.
extension Schema {
    /// The answers of the API, by name.
    static let all: [Named] =
        [
            ("SearchPage", searchPage), ("Expansion", expansion), ("Suggestion", suggestion),
            ("Summary", summary), ("Recommendation", recommendation), ("Document", document),
            ("SimilarPage", similarPage),
            ("Documents", .object([("items", .array(.reference("ListedDocument"))), ("next", .nullableString)])),
            ("ListedDocument", listedDocument), ("DocumentPage", documentPage), ("State", state), ("Topic", topic),
            ("Suggestions", SuggestionsAPI.schema), ("Table", TablesAPI.table), ("TableCell", TablesAPI.cell),
            ("Values", .object([("items", .array(.reference("Count")))])),
            ("Count", .object([("value", .string), ("name", .string), ("count", .integer)])),
        ] + issueAnswers

    private static let counts = Schema.array(.reference("Count"))
    private static let strings = Schema.array(.string)

    private static let searchPage = Schema.object([
        ("total", .integer), ("items", .array(.reference("Summary"))), ("facets", .dictionary(counts)),
        ("next", .nullableString), ("understood", .array(.object([("note", .string), ("value", .nullableString)]))),
        ("expansions", .array(.reference("Expansion"))), ("suggestions", .array(.reference("Suggestion"))),
    ])

    private static let expansion = Schema.object([
        ("kind", .string), ("added", .integer),
        (
            "terms",
            .array(
                .object([
                    ("typed", .string),
                    ("forms", .array(.object([("text", .string), ("language", .nullableString)]))),
                    ("tags", .array(.object([("facet", .string), ("value", .string), ("name", .string)]))),
                ]))
        ),
    ])

    private static let suggestion = Schema.object([
        ("query", .string), ("count", .integer),
        ("words", .array(.object([("typed", .string), ("suggested", .string)]))),
    ])

    private static let summary = Schema.object([
        ("id", .integer), ("kind", .string), ("document", .integer), ("symbol", .nullableString),
        ("mechanism", .string),
        ("paragraph", .nullableString), ("states", strings), ("recommending", strings), ("position", .nullableString),
        ("action", .nullableInteger), ("cycle", .nullableInteger), ("session", .nullableInteger),
        ("published", .nullableString), ("language", .string),
        ("excerpt", .array(.object([("text", .string), ("hit", .boolean)]))), ("themes", strings), ("sdgs", strings),
        ("foundBy", .nullableString), ("self", .string),
    ])

    private static let recommendation = Schema.object([
        ("id", .integer), ("kind", .string), ("document", .reference("Document")), ("paragraph", .nullableString),
        ("texts", .dictionary(.string)), ("states", strings), ("recommending", strings), ("position", .nullableString),
        ("action", .nullableInteger), ("cycle", .nullableInteger), ("session", .nullableInteger),
        ("published", .nullableString),
        (
            "positions",
            .array(
                .object([
                    ("position", .string), ("date", .nullableString), ("part", .nullableString), ("source", .string),
                    ("document", .nullableString), ("wording", .nullableString), ("reason", .nullableString),
                ]))
        ),
        (
            "tags",
            .array(
                .object([
                    ("kind", .string), ("code", .string), ("label", .string), ("source", .string),
                    ("part", .nullableString), ("disputed", .boolean), ("verdict", .nullableString),
                    ("at", .nullableString), ("model", .nullableString),
                    ("probability", .nullableNumber),
                ]))
        ),
        (
            "parts",
            .array(
                .object([
                    ("kind", .string), ("label", .string), ("texts", .dictionary(.string)), ("recommending", strings),
                ]))
        ),
        (
            "sources",
            .array(
                .object([
                    ("source", .string), ("key", .string), ("file", .string), ("row", .integer), ("imported", .string),
                ]))
        ),
        (
            "assessments",
            .array(
                .object([
                    ("assessor", .string), ("name", .string), ("scheme", .string), ("value", .string),
                    ("date", .nullableString), ("wording", .nullableString), ("source", .string),
                    ("document", .nullableString), ("part", .nullableString),
                ]))
        ),
        (
            "disagreements",
            .array(
                .object([
                    ("field", .string), ("recorded", .nullableString), ("recordedSource", .string),
                    ("other", .nullableString), ("otherSource", .string),
                ]))
        ),
        (
            "followUp",
            .array(
                .object([
                    ("asked", .boolean), ("due", .nullableString), ("dueComputedFrom", .nullableString),
                    ("duties", .array(.string)), ("priority", .boolean), ("source", .string),
                    ("document", .nullableString),
                ]))
        ),
        ("previous", .nullableString), ("next", .nullableString),
    ])

    private static let documentMembers: [(String, Schema)] = [
        ("id", .integer), ("symbol", .nullableString), ("title", .nullableString), ("mechanism", .string),
        ("state", .nullableString), ("cycle", .nullableInteger), ("session", .nullableInteger),
        ("published", .nullableString), ("official", .nullableString), ("self", .string),
    ]
    private static let document = Schema.object(documentMembers)
    private static let listedDocument = Schema.object(documentMembers + [("recommendations", .integer)])

    private static let documentPage = Schema.object([
        ("document", .reference("ListedDocument")), ("positions", counts), ("themes", counts), ("persons", counts),
        ("recommending", counts), ("recommendations", .string),
    ])

    private static let state = Schema.object([
        ("code", .string), ("name", .string), ("region", .nullableString), ("total", .integer), ("made", .integer),
        ("mechanisms", counts), ("kinds", counts), ("positions", counts), ("cycles", counts), ("years", counts),
        ("themes", counts), ("persons", counts), ("sdgs", counts),
    ])

    private static let topic = Schema.object([
        ("code", .string), ("name", .string), ("total", .integer), ("states", counts), ("mechanisms", counts),
        ("positions", counts), ("years", counts), ("themes", counts), ("persons", counts), ("sdgs", counts),
    ])
}
