import Domain
package import Frame
import People
package import Plans

extension PlanRoutes {
    /// What plan and laws say of a thing of the record, for its public page.
    package static func recordMentions(_ plans: Plans) -> RecordMentions {
        { thing, member throws(WorkspaceError) in
            let lines: [(id: CommitmentID, title: String)]
            let laws: [LawRecord]
            switch thing {
            case .recommendation(let id):
                lines = try await plans.commitments(answering: id, member)
                laws = try await plans.laws.serving(LawLink(kind: .recommendation, id: id.value), member)
            case .issue(let id):
                lines = try await plans.commitments(answering: id, member)
                laws = try await plans.laws.serving(LawLink(kind: .issue, id: id.value), member)
            case .state: return []
            }
            var all = laws
            for line in lines {
                let serving = try await plans.laws.serving(LawLink(kind: .commitment, id: line.id.value), member)
                all += serving.filter { law in !all.contains { $0.law.id == law.law.id } }
            }
            let home = "/workspaces/\(member.workspace.slug)"
            return lines.map {
                RecordMention(
                    kind: .plan, path: "\(home)/plan/commitments/\($0.id)", title: PlanTitle.short($0.title))
            } + all.map { RecordMention(kind: .law, path: "\(home)/laws/\($0.law.id)", title: $0.law.title) }
        }
    }
}
