package import Assessments
import Domain
import Frame
import People
import Plans

extension SubmissionRoutes {
    /// Publishes as an assessment of the recipient's institution. What it rests on is not named beyond those words.
    package static func publishing(_ assessments: Assessments) -> SubmissionPublishing {
        { words, member throws(WebError) in
            let thing: AssessedThing
            if let id = words.recommendation {
                thing = .recommendation(RecommendationID(id))
            } else if let id = words.issue {
                thing = .issue(IssueID(id))
            } else {
                throw .invalid([.init(name: "thing", allowed: "the number of a recommendation or an issue")])
            }
            let draft = AssessmentDraft(
                thing: thing, scheme: SchemeCode(.implementation), value: words.value,
                day: member.workspace.day(at: assessments.store.clock.milliseconds()),
                reasons: [.init(language: words.language, isOriginal: true, text: words.text)])
            do throws(WorkspaceError) {
                let own = try await assessments.write(draft, by: member)
                do throws(WorkspaceError) {
                    try await assessments.publish(own.id, version: own.version, by: member)
                } catch {
                    // Words of a submission do not stay behind as a draft that colleagues read.
                    try await assessments.discard(own.id, version: own.version, by: member)
                    throw error
                }
                return "/assessments/\(own.id)"
            } catch { throw WebError(error) }
        }
    }
}
