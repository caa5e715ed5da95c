import Frame
import PublicFace

/// Schemas of what programs read of public pages.
enum FaceSchemas {
    /// `PublicCommitment`
    static func name(_ kind: PublicKind) -> String {
        switch kind {
        case .commitment: "PublicCommitment"
        case .recommendation: "PublicPlannedRecommendation"
        case .action: "PublicAction"
        case .milestone: "PublicMilestone"
        case .statement: "PublicStatement"
        case .progress: "PublicProgress"
        case .evidence: "PublicEvidence"
        case .indicator: "PublicIndicator"
        case .observation: "PublicObservation"
        case .deadline: "PublicDeadline"
        case .position: "PublicPosition"
        }
    }

    static let all: [Schema.Named] =
        [
            (
                "PublicFace",
                .object([
                    ("workspace", .string), ("name", .string), ("state", .nullableString), ("about", .nullableString),
                    ("contact", .nullableString), ("version", .integer), ("changed", .nullableString),
                    ("shown", .array(.string)), ("counts", .dictionary(.integer)),
                ])
            ),
            (
                "PublicFaces",
                .object([
                    (
                        "pages",
                        .array(.object([("workspace", .string), ("name", .string), ("state", .nullableString)]))
                    )
                ])
            ),
            (
                "PublicRemovals",
                .object([
                    ("total", .integer),
                    (
                        "removals",
                        .array(
                            .object([
                                ("thing", .string), ("removed", .string),
                                ("ground", .choice(PublicRemovalGround.allCases.map(\.rawValue))), ("office", .string),
                            ]))
                    ),
                ])
            ),
            (
                "PublicChanges",
                .object([
                    ("next", .nullableInteger),
                    (
                        "changes",
                        .array(
                            .object([
                                ("state", .integer), ("thing", .string), ("version", .integer), ("made", .string),
                            ]))
                    ),
                ])
            ),
        ] + PublicKind.allCases.flatMap { kinds($0) }

    private static func kinds(_ kind: PublicKind) -> [Schema.Named] {
        let own = (FaceJSON.members[kind] ?? []).map {
            ($0.name, $0.isNumber ? Schema.nullableInteger : Schema.nullableString)
        }
        let base: [(String, Schema)] = [
            ("id", .integer), ("parent", .nullableString), ("version", .integer), ("changed", .string),
        ]
        var named: [Schema.Named] = [
            (name(kind), .object(base + own)),
            (
                name(kind) + "List",
                .object([
                    ("total", .integer), ("next", .nullableInteger), ("items", .array(.reference(name(kind)))),
                ])
            ),
        ]
        if kind.hasPage {
            named.append(
                (
                    name(kind) + "Page",
                    .object(
                        [("item", .reference(name(kind)))]
                            + FaceJSON.children(kind).map { ($0.name, Schema.array(.reference(name($0.kind)))) })
                ))
        }
        return named
    }
}
