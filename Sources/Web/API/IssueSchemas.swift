import Frame

/// The answers about issues and repeats.
extension Schema {
    static let issueAnswers: [Named] = [
        ("Issues", issues), ("Issue", issueSummary), ("IssuePage", issuePage), ("Repeats", repeats),
        ("Positions", positions), ("Classes", classes), ("LaterChange", laterChange), ("Assessed", assessed),
        ("ProposedMove", proposedMove),
    ]

    private static let counts = Schema.array(.reference("Count"))
    private static let strings = Schema.array(.string)
    private static let integers = Schema.array(.integer)

    private static let positions = Schema.object([
        ("supported", .integer), ("noted", .integer), ("pending", .integer), ("none", .integer),
    ])

    private static let classes = Schema.object([
        ("first-time", .integer), ("repeated", .integer), ("repeated-after-noted", .integer),
    ])

    private static let issues = Schema.object([
        ("state", .string), ("issues", .integer), ("records", .integer), ("outside", .integer),
        ("computed", .nullableString), ("computing", .boolean), ("proposals", .integer),
        ("classes", .reference("Classes")), ("cycles", counts), ("mechanisms", counts), ("themes", counts),
        ("items", .array(.reference("Issue"))), ("next", .nullableString),
    ])

    private static let reason = Schema.object([
        ("words", strings), ("themes", strings), ("persons", strings), ("demand", .nullableString),
        ("instrument", .nullableString), ("largeBecause", .nullableString),
    ])

    private static let issueSummary = Schema.object([
        ("id", .integer), ("state", .string), ("name", .string), ("givenName", .nullableString),
        ("names", .dictionary(.string)), ("reason", reason), ("count", .integer), ("matching", .integer),
        ("nearGroups", .integer), ("cycles", .array(.object([("cycle", .integer), ("count", .integer)]))),
        ("mechanisms", .array(.object([("mechanism", .string), ("count", .integer)]))), ("firstYear", .nullableInteger),
        ("lastYear", .nullableInteger), ("recommending", .integer), ("positions", .reference("Positions")),
        ("class", .string), ("notedBefore", .integer), ("occasions", .integer), ("pinned", .integer),
        ("proposals", .integer), ("version", .integer), ("decided", .boolean), ("mergedInto", .nullableInteger),
        ("self", .string),
    ])

    private static let laterChange = Schema.object([
        ("recommendation", .integer), ("from", .string), ("to", .string), ("date", .nullableString),
        ("document", .nullableString),
    ])

    private static let assessed = Schema.object([
        ("recommendation", .integer), ("assessor", .string), ("name", .string), ("scheme", .string), ("value", .string),
        ("date", .nullableString), ("document", .nullableString),
    ])

    private static let proposedMove = Schema.object([
        ("id", .integer), ("recommendation", .integer), ("from", .integer), ("to", .integer), ("strength", .number),
        ("words", strings),
    ])

    private static let occasion = Schema.object([
        ("mechanism", .string), ("cycle", .nullableInteger), ("year", .nullableInteger),
        ("documents", .array(.object([("id", .integer), ("symbol", .nullableString)]))), ("recommendations", integers),
        ("recommending", strings), ("answered", .reference("Positions")), ("positions", .reference("Positions")),
        ("changes", .array(.reference("LaterChange"))), ("assessments", .array(.reference("Assessed"))),
    ])

    private static let issueMember = Schema.object([
        ("id", .integer), ("text", .string), ("language", .string), ("mechanism", .string), ("symbol", .nullableString),
        ("paragraph", .nullableString), ("cycle", .nullableInteger), ("published", .nullableString),
        ("recommending", strings), ("answered", .nullableString), ("position", .nullableString), ("group", .integer),
        ("groupSize", .integer), ("pinned", .boolean), ("placed", .boolean), ("since", .string), ("words", strings),
        ("themes", strings), ("persons", strings), ("self", .string),
    ])

    private static let decision = Schema.object([
        ("id", .integer), ("at", .string), ("action", .string), ("issue", .integer), ("other", .nullableInteger),
        ("recommendations", integers), ("name", .nullableString), ("reverses", .nullableInteger),
        ("reversedBy", .nullableInteger),
    ])

    private static let issuePage = Schema.object([
        ("issue", .reference("Issue")), ("wentTo", .nullableString), ("occasions", .array(occasion)),
        ("members", .array(issueMember)), ("next", .nullableString), ("leaving", .array(.reference("ProposedMove"))),
        ("arriving", .array(.reference("ProposedMove"))), ("decisions", .array(decision)),
    ])

    private static let repeatCycle = Schema.object([
        ("cycle", .integer), ("total", .integer), ("states", .integer), ("recommending", counts),
        ("mechanisms", counts),
        ("positions", .reference("Positions")), ("answered", .reference("Positions")),
    ])

    private static let repeatState = Schema.object([
        ("state", .string), ("name", .string), ("total", .integer), ("class", .string),
        (
            "cycles",
            .array(.object([("cycle", .integer), ("count", .integer), ("positions", .reference("Positions"))]))
        ),
    ])

    private static let repeats = Schema.object([
        ("total", .integer), ("cycles", .array(repeatCycle)), ("years", counts), ("mechanisms", counts),
        ("recommending", counts), ("states", .array(repeatState)), ("statesTotal", .integer),
        ("classes", .reference("Classes")), ("examined", .integer), ("changesTotal", .integer),
        (
            "changesByKind",
            .array(.object([("from", .string), ("to", .string), ("count", .integer)]))
        ),
        ("changes", .array(.reference("LaterChange"))), ("assessmentsTotal", .integer),
        (
            "assessmentsByValue",
            .array(.object([("scheme", .string), ("value", .string), ("count", .integer)]))
        ),
        ("assessments", .array(.reference("Assessed"))),
    ])
}
