import Domain
import Frame
import Locales
import Markup
import Operations

extension JSONWriter {
    /// One recommendation of a list.
    func summary(_ item: RecommendationSummary, key: String? = nil) {
        object(key) {
            member("id", Int(item.id.value))
            member("kind", item.kind.rawValue)
            member("document", Int(item.document.value))
            member("symbol", item.symbol?.printed)
            member("mechanism", item.mechanism.rawValue)
            member("paragraph", item.paragraph?.printed)
            array("states", of: item.states.map(\.rawValue))
            array("recommending", of: item.recommending.map(\.rawValue))
            member("position", item.position?.rawValue)
            member("action", item.action?.rawValue)
            member("cycle", item.cycle)
            member("session", item.session)
            member("published", item.published?.description)
            member("language", item.language.rawValue)
            array("excerpt") {
                for piece in item.excerpt {
                    object {
                        member("text", piece.text)
                        member("hit", piece.isHit)
                    }
                }
            }
            array("themes", of: item.themes)
            array("sdgs", of: item.sdgs)
            member("foundBy", item.foundBy?.rawValue)
            member("self", "/api/v1/recommendations/\(item.id)")
        }
    }

    /// Everything known of one recommendation.
    func record(_ page: RecommendationPage) {
        let record = page.recommendation
        object {
            member("id", Int(record.id.value))
            member("kind", record.kind.rawValue)
            document("document", page.document)
            member("paragraph", record.paragraph?.printed)
            texts(record.texts)
            array("states", of: record.states.map(\.rawValue))
            array("recommending", of: record.recommending.map(\.rawValue))
            member("position", record.position?.rawValue)
            member("action", record.effectiveAction?.rawValue)
            member("cycle", record.cycle)
            member("session", record.session)
            member("published", record.published?.description)
            array("positions") { for event in record.positions { positionEvent(event, record) } }
            array("tags") { for tag in record.tags { self.tag(tag, record) } }
            array("parts") { for part in record.parts { self.part(part) } }
            array("sources") { for source in page.sources { self.source(source) } }
            array("assessments") { for item in page.assessments { assessment(item, record) } }
            array("disagreements") { for item in page.disagreements { disagreement(item) } }
            array("followUp") { for mark in page.followUps { followUp(mark) } }
            member("previous", page.previous.map { "/api/v1/recommendations/\($0.id)" })
            member("next", page.next.map { "/api/v1/recommendations/\($0.id)" })
        }
    }

    func document(_ key: String? = nil, _ document: Document, recommendations: Int? = nil) {
        object(key) {
            member("id", Int(document.id.value))
            member("symbol", document.symbol?.printed)
            member("title", document.title)
            member("mechanism", document.mechanism.rawValue)
            member("state", document.state?.rawValue)
            member("cycle", document.cycle)
            member("session", document.session)
            member("published", document.published?.description)
            member("official", document.address)
            if let recommendations { member("recommendations", recommendations) }
            member("self", "/api/v1/documents/\(document.id)")
        }
    }

    /// Counts of a facet with the values' names in the reader's language.
    func counts(_ key: String, _ counts: FacetCounts, _ view: View) {
        array(key) {
            for value in counts.values {
                object {
                    member("value", value.value)
                    member("name", view.valueName(counts.facet, value.value))
                    member("count", value.count)
                }
            }
        }
    }

    private func texts(_ texts: [LanguageTag: String]) {
        object("texts") {
            for (language, text) in texts.sorted(by: { $0.key < $1.key }) { member(language.rawValue, text) }
        }
    }

    private func partName(_ id: PartID?, _ record: Recommendation) -> String? {
        record.parts.first { $0.id == id }.map { "\($0.kind.rawValue) \($0.label)" }
    }

    private func positionEvent(_ event: PositionEvent, _ record: Recommendation) {
        object {
            member("position", event.position.rawValue)
            member("date", event.date?.description)
            member("part", partName(event.part, record))
            member("source", event.source.rawValue)
            member("document", event.document)
            member("wording", event.wording)
            member("reason", event.reason)
        }
    }

    private func assessment(_ item: Assessment, _ record: Recommendation) {
        object {
            member("assessor", item.assessor.rawValue)
            member("name", item.assessorName)
            member("scheme", item.scheme)
            member("value", item.value)
            member("date", item.date?.description)
            member("wording", item.wording)
            member("source", item.source.rawValue)
            member("document", item.document)
            member("part", partName(item.part, record))
        }
    }

    private func disagreement(_ item: Disagreement) {
        object {
            member("field", item.field.rawValue)
            member("recorded", item.recorded)
            member("recordedSource", item.recordedSource.rawValue)
            member("other", item.other)
            member("otherSource", item.otherSource.rawValue)
        }
    }

    private func followUp(_ mark: FollowUpMark) {
        object {
            member("asked", mark.isForFollowUp)
            member("due", mark.due?.description)
            member("dueComputedFrom", mark.computedFrom)
            array("duties", of: mark.duties)
            member("priority", mark.isPriority)
            member("source", mark.source.rawValue)
            member("document", mark.document)
        }
    }

    private func tag(_ tag: Tag, _ record: Recommendation) {
        object {
            member("kind", tag.kind.rawValue)
            member("code", tag.code)
            member("label", tag.label)
            member("source", tag.source.rawValue)
            member("part", partName(tag.part, record))
            // What a coordinator decided on it, and what the model of that time thought; nothing where nobody did.
            member("disputed", tag.isDisputed)
            member("verdict", tag.decision?.verdict.rawValue)
            member("at", tag.decision?.at)
            member("model", tag.decision?.model)
            if let probability = tag.decision?.probability {
                member("probability", probability)
            } else {
                member("probability", String?.none)
            }
        }
    }

    private func part(_ part: RecommendationPart) {
        object {
            member("kind", part.kind.rawValue)
            member("label", part.label)
            texts(part.texts)
            array("recommending", of: part.recommending.map(\.rawValue))
        }
    }

    private func source(_ source: SourceEntry) {
        object {
            member("source", source.source.rawValue)
            member("key", source.externalKey)
            member("file", source.file)
            member("row", source.row)
            member("imported", source.imported)
        }
    }
}
