package import Assessments
import Domain
import Frame
import People
import Plans
import Submissions

extension SubmissionRoutes {
    /// Publishes as an assessment of the recipient's institution, and tells the submitter in the same transaction. What it rests on is not
    /// named beyond those words.
    package static func publishing(_ assessments: Assessments) -> SubmissionPublishing {
        { words, member, telling throws(SubmissionError) in
            let thing: AssessedThing
            if let id = words.recommendation {
                thing = .recommendation(RecommendationID(id))
            } else if let id = words.issue {
                thing = .issue(IssueID(id))
            } else {
                throw .unfit(field: "thing", key: "submit.publish.thing")
            }
            let draft = AssessmentDraft(
                thing: thing, scheme: SchemeCode(.implementation), value: words.value,
                day: member.workspace.day(at: assessments.store.clock.milliseconds()),
                reasons: [.init(language: words.language, isOriginal: true, text: words.text)])
            let id: AssessmentID
            do throws(WorkspaceError) { id = try await assessments.drawID() } catch { throw .workspace(error) }
            let tell = try await telling("/assessments/\(id)")
            do throws(WorkspaceError) {
                try await assessments.publishAtOnce(id, draft, by: member, along: tell)
            } catch { throw .workspace(error) }
        }
    }
}
