import Domain
import Frame
import Markup
import Operations
import Plans

/// Objects of the plan in the API. Amounts are in the currency's smallest unit; null is not known, never zero.
enum PlanJSON {
    static func list<Item>(
        _ page: PlanPage<Item>, _ write: (Item, JSONWriter) -> Void
    ) -> Answer {
        let json = JSONWriter()
        json.object {
            json.member("total", page.total)
            json.array("items") { for item in page.items { json.object { write(item, json) } } }
            json.member("next", page.next?.description)
        }
        return .json(json.bytes)
    }

    static func one(_ write: (JSONWriter) -> Void) -> Answer {
        let json = JSONWriter()
        json.object { write(json) }
        return .json(json.bytes)
    }

    static func write(_ item: CommitmentSummary, _ json: JSONWriter) {
        let commitment = item.commitment
        json.member("id", Int(commitment.id.value))
        json.member("version", commitment.version)
        json.member("title", commitment.title)
        json.member("issue", commitment.issue.map { Int($0.value) })
        json.member("recommendation", commitment.recommendation.map { Int($0.value) })
        json.member("priority", commitment.priority.rawValue)
        people(commitment.lead, commitment.supporting, json)
        json.member("due", commitment.due?.description)
        json.member("status", commitment.status?.rawValue)
        json.member("isLate", item.isLate)
        json.array("links") {
            for link in commitment.links {
                json.object {
                    json.member("kind", link.kind.rawValue)
                    json.member("code", link.code)
                    json.member("title", link.title)
                }
            }
        }
        json.member("recommendations", item.recommendations)
        json.object("actions") {
            json.member("all", item.actions.all)
            json.member("done", item.actions.done)
            json.member("late", item.actions.late)
            json.member("next", item.actions.next?.description)
        }
    }

    static func write(_ item: PlannedSummary, _ json: JSONWriter) {
        json.member("id", Int(item.planned.id.value))
        json.member("version", item.planned.version)
        json.member("commitment", Int(item.planned.commitment.value))
        json.member("recommendation", Int(item.planned.recommendation.value))
        json.member("lead", item.lead.map { Int($0.value) })
        json.member("due", item.due?.description)
        json.member("status", item.planned.status?.rawValue)
        json.member("position", item.record?.position?.rawValue)
        json.member("isLate", item.isLate)
    }

    static func write(_ action: Action, isLate: Bool, _ milestones: [Milestone]?, _ json: JSONWriter) {
        json.member("id", Int(action.id.value))
        json.member("version", action.version)
        json.member("commitment", Int(action.commitment.value))
        json.member("title", action.title)
        json.member("description", action.description)
        people(action.lead, action.supporting, json)
        json.member("status", action.status.rawValue)
        json.member("starts", action.starts?.description)
        json.member("due", action.due?.description)
        json.member("isLate", isLate)
        json.member("currency", action.money.currency?.rawValue)
        json.member("cost", action.money.cost.map { Int($0) })
        json.member("gap", action.money.gap.map { Int($0) })
        json.member("budgetSource", action.money.source)
        guard let milestones else { return }
        json.array("milestones") {
            for step in milestones {
                json.object {
                    json.member("id", Int(step.id.value))
                    json.member("version", step.version)
                    json.member("title", step.title)
                    json.member("due", step.due?.description)
                    json.member("done", step.done?.description)
                }
            }
        }
    }

    private static func people(_ lead: InstitutionID?, _ supporting: [InstitutionID], _ json: JSONWriter) {
        json.member("lead", lead.map { Int($0.value) })
        json.array("supporting") { for id in supporting { json.value(Int(id.value)) } }
    }

    // MARK: Schemas

    static let schemas: [Schema.Named] = [
        ("Commitment", .object(commitment)),
        ("CommitmentList", list("Commitment")),
        (
            "PlannedRecommendation",
            .object([
                ("id", .integer), ("version", .integer), ("commitment", .integer), ("recommendation", .integer),
                ("lead", .nullableInteger), ("due", .nullableString), ("status", .nullableString),
                ("position", .nullableString), ("isLate", .boolean),
            ])
        ),
        ("PlannedRecommendationList", list("PlannedRecommendation")),
        ("Action", .object(action)),
        ("ActionList", list("Action")),
        (
            "ActionWithMilestones",
            .object(
                action + [
                    (
                        "milestones",
                        .array(
                            .object([
                                ("id", .integer), ("version", .integer), ("title", .string), ("due", .nullableString),
                                ("done", .nullableString),
                            ]))
                    )
                ])
        ),
        (
            "FieldChanges",
            .object([
                ("changes", .array(.object([("field", .string), ("value", .nullableString)]))),
                ("why", .nullableString),
            ])
        ),
        ("PlanChanged", .object([("changed", .integer), ("version", .integer), ("batch", .nullableInteger)])),
    ]

    private static let commitment: [(String, Schema)] = [
        ("id", .integer), ("version", .integer), ("title", .string), ("issue", .nullableInteger),
        ("recommendation", .nullableInteger), ("priority", .choice(Priority.allCases.map(\.rawValue))),
        ("lead", .nullableInteger), ("supporting", .array(.integer)), ("due", .nullableString),
        ("status", .nullableString), ("isLate", .boolean),
        ("links", .array(.object([("kind", .string), ("code", .string), ("title", .string)]))),
        ("recommendations", .integer),
        (
            "actions",
            .object([("all", .integer), ("done", .integer), ("late", .integer), ("next", .nullableString)])
        ),
    ]

    private static let action: [(String, Schema)] = [
        ("id", .integer), ("version", .integer), ("commitment", .integer), ("title", .string),
        ("description", .string), ("lead", .nullableInteger), ("supporting", .array(.integer)),
        ("status", .choice(ActionStatus.allCases.map(\.rawValue))), ("starts", .nullableString),
        ("due", .nullableString), ("isLate", .boolean), ("currency", .nullableString), ("cost", .nullableInteger),
        ("gap", .nullableInteger), ("budgetSource", .nullableString),
    ]

    private static func list(_ name: String) -> Schema {
        .object([("total", .integer), ("items", .array(.reference(name))), ("next", .nullableString)])
    }
}
