import PublicFace

extension FaceTable {
    static let all = plan + progress + figures

    private static let lead = Column("lead", "the institution that leads")
    private static let supporting = Column("supporting", .list, "institutions that support it")
    private static let due = Column("due", "until when")

    private static let plan: [FaceTable] = [
        FaceTable(
            kind: .commitment, name: "commitments", meaning: "Commitments of plans, as their public pages show them.",
            columns: [
                Column("title", "in the workspace's language"),
                Column("issue", .integer, "the `id` of the issue it answers"),
                Column("recommendation", .integer, "the `id` of the recommendation, where it answers one alone"),
                Column("priority", "as the plan has it"), lead, supporting, due,
                Column("status", "what the State says of implementation"),
                Column("links", .list, "targets, plans and budgets it is tied to: kind, code, title"),
            ]),
        FaceTable(
            kind: .recommendation, name: "planned-recommendations",
            meaning: "Which recommendations a commitment answers.",
            columns: [
                Column("recommendation", .integer, "the `id` of the recommendation"), lead, due,
                Column("status", "what the State says of implementation"),
            ]),
        FaceTable(
            kind: .action, name: "actions", meaning: "Actions of plans, as their public pages show them.",
            columns: [
                Column("title", "in the workspace's language"), Column("description", "in more words"), lead,
                supporting,
                Column("status", "`planned`, `started`, `delayed`, `done` or `stopped`: doing is not implementation"),
                Column("starts", "from when"), due, Column("cost", .integer, "in the smallest unit of the currency"),
                Column("currency", "ISO 4217"), Column("budget", "where the money comes from"),
                Column("gap", .integer, "what is missing, in the smallest unit of the currency"),
            ]),
        FaceTable(
            kind: .milestone, name: "milestones", meaning: "Milestones of actions.",
            columns: [Column("title", "in the workspace's language"), due, Column("done", "when it was reached")]),
        FaceTable(
            kind: .deadline, name: "deadlines", meaning: "Deadlines towards mechanisms.",
            columns: [
                Column("kind", "what is due"), Column("mechanism", "code of the mechanism"),
                Column("number", .integer, "of the report or session"), Column("title", "the workspace's own words"),
                due, Column("force", "`binding`, `requested` or `voluntary`: what is voluntary is never late"),
                Column("status", "`open` or `done`"), Column("rule", "what the date was computed by"),
                Column("closed", "when it was done"), Column("origin", "where the date comes from"),
            ]),
        FaceTable(
            kind: .position, name: "decided-positions",
            meaning: "Positions as rounds of answering were frozen with them.",
            columns: [
                Column("recommendation", .integer, "the `id` of the recommendation"),
                Column("paragraph", "as printed"), Column("position", "`supported` or `noted`"),
                Column("reason", "in the State's words"), Column("decided", "the day of the decision"),
            ]),
    ]

    private static let progress: [FaceTable] = [
        FaceTable(
            kind: .statement, name: "implementation-statements",
            meaning: "What a State says of implementation, dated; nobody else's word.",
            columns: [
                Column("recommendation", .integer, "the `id` of the recommendation; null for the whole commitment"),
                Column("status", "`notStarted`, `underWay`, `partly`, `fully` or `notPursued`"),
                Column("reason", "in the State's words"), Column("stated", "when"),
            ]),
        FaceTable(
            kind: .progress, name: "progress-reports", meaning: "Reports of progress that were cleared.",
            columns: [
                Column("institution", "that reports"), Column("starts", "first day of the period"),
                Column("ends", "last day of the period"), Column("said", "what was done"),
                Column("obstacle", "what stood in the way"), Column("status", "of the action"),
                Column("percent", .integer, "of the action, as the institution puts it"),
            ]),
        FaceTable(
            kind: .evidence, name: "evidence", meaning: "Evidence that is public.",
            columns: [
                Column("title", "what it is"), Column("of", "what it belongs to, `action/7`"),
                Column("key", "its page is `/evidence/KEY`"),
            ]),
    ]

    private static let figures: [FaceTable] = [
        FaceTable(
            kind: .indicator, name: "indicators", meaning: "Indicators with baseline and target.",
            columns: [
                Column("code", "as the workspace numbers it"), Column("title", "in the workspace's language"),
                Column("type", "`structure`, `process` or `outcome`"), Column("definition", "how it is measured"),
                Column("unit", "of its values"), Column("direction", "which way is better"),
                Column("baseline", "the value at the start"),
                Column("baseline_at", field: "baselineAt", "when that was"), Column("target", "the value aimed at"),
                Column("target_at", field: "targetAt", "by when"), Column("source", "where values come from"),
                Column("institution", "that reports it"),
                Column("commitments", .list, "numbers of commitments it measures"),
                Column("issues", .list, "numbers of issues"),
                Column("targets", .list, "targets of the Sustainable Development Goals"),
            ]),
        FaceTable(
            kind: .observation, name: "observations", meaning: "Values of indicators.",
            columns: [
                Column("period", "year or part of it"), Column("sex", "of whom"), Column("age", "of whom"),
                Column("disability", "of whom"), Column("region", "where"), Column("population", "of whom"),
                Column("value", "null: no data"), Column("source", "who says so"),
            ]),
    ]
}
