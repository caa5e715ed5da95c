package import Domain
import Markup

/// What is said beside recommendations, one object a line; `recommendation` is the `id` in `recommendations.jsonl`.
package enum SayingsExport {
    package static func assessments(_ entries: [(recommendation: RecommendationID, value: Assessment)]) -> [UInt8] {
        lines(entries) { entry, writer in
            let assessment = entry.value
            writer.member("recommendation", String(entry.recommendation.value))
            writer.member("part", assessment.part.map { String($0.value) })
            writer.member("assessor_kind", assessment.assessor.rawValue)
            writer.member("assessor", assessment.assessorName)
            writer.member("scheme", assessment.scheme)
            writer.member("value", assessment.value)
            writer.member("date", assessment.date?.description)
            writer.member("wording", assessment.wording)
            writer.member("source", assessment.source.rawValue)
            writer.member("document", assessment.document)
        }
    }

    package static func disagreements(_ entries: [Disagreement]) -> [UInt8] {
        lines(entries) { entry, writer in
            writer.member("recommendation", String(entry.recommendation.value))
            writer.member("field", entry.field.rawValue)
            writer.member("recorded", entry.recorded)
            writer.member("recorded_source", entry.recordedSource.rawValue)
            writer.member("other", entry.other)
            writer.member("other_source", entry.otherSource.rawValue)
        }
    }

    package static func followUps(_ entries: [(recommendation: RecommendationID, value: FollowUpMark)]) -> [UInt8] {
        lines(entries) { entry, writer in
            let mark = entry.value
            writer.member("recommendation", String(entry.recommendation.value))
            writer.member("for_follow_up", mark.isForFollowUp)
            writer.member("due", mark.due?.description)
            writer.member("due_computed_from", mark.computedFrom)
            writer.array("duties", of: mark.duties)
            writer.member("priority", mark.isPriority)
            writer.member("source", mark.source.rawValue)
            writer.member("document", mark.document)
        }
    }

    private static func lines<Entry>(_ entries: [Entry], _ write: (Entry, JSONWriter) -> Void) -> [UInt8] {
        let writer = JSONWriter()
        for entry in entries {
            writer.object { write(entry, writer) }
            writer.newline()
        }
        return writer.bytes
    }
}
