import Domain
import Frame
import Insight
import Markup
import Operations

extension JSONWriter {
    func issues(_ list: IssueList, _ items: ArraySlice<IssueSummary>, next: String?, _ view: View) {
        member("state", list.state.rawValue)
        member("issues", list.issues)
        member("records", list.records)
        member("outside", list.outside)
        member("computed", list.computed)
        member("computing", list.isComputing)
        member("proposals", list.proposals)
        classes(list.classes)
        counts("cycles", list.cycles, view)
        counts("mechanisms", list.mechanisms, view)
        counts("themes", list.themes, view)
        array("items") { for item in items { object { issueSummary(item, view) } } }
        member("next", next)
    }

    func classes(_ classes: [RepeatClass: Int]) {
        object("classes") {
            for kind in RepeatClass.allCases { member(kind.rawValue, classes[kind] ?? 0) }
        }
    }

    func tally(_ key: String, _ tally: PositionTally) {
        object(key) {
            member("supported", tally.supported)
            member("noted", tally.noted)
            member("pending", tally.pending)
            member("none", tally.none)
        }
    }

    /// The members of an issue's object.
    func issueSummary(_ item: IssueSummary, _ view: View) {
        let issue = item.issue
        member("id", Int(issue.id.value))
        member("state", issue.state.rawValue)
        member("name", issue.name(in: view.exchange.language).text)
        member("givenName", issue.givenName)
        object("names") {
            for (language, name) in issue.names.sorted(by: { $0.key < $1.key }) { member(language.rawValue, name) }
        }
        reason(issue.reason)
        member("count", item.count)
        member("matching", item.matching)
        member("nearGroups", item.nearGroups)
        array("cycles") {
            for entry in item.cycles {
                object {
                    member("cycle", entry.cycle)
                    member("count", entry.count)
                }
            }
        }
        array("mechanisms") {
            for entry in item.mechanisms {
                object {
                    member("mechanism", entry.mechanism.rawValue)
                    member("count", entry.count)
                }
            }
        }
        member("firstYear", item.firstYear)
        member("lastYear", item.lastYear)
        member("recommending", item.recommending)
        tally("positions", item.positions)
        member("class", item.repeatClass.rawValue)
        member("notedBefore", item.notedBefore)
        member("occasions", item.occasions)
        member("pinned", item.pinned)
        member("proposals", item.proposals)
        member("version", issue.version)
        member("decided", issue.isDecided)
        member("mergedInto", issue.mergedInto.map { Int($0.value) })
        member("self", "/api/v1/issues/\(issue.id)")
    }

    private func reason(_ reason: IssueReason) {
        object("reason") {
            array("words", of: reason.words)
            array("themes", of: reason.themes)
            array("persons", of: reason.persons)
            member("demand", reason.demand?.rawValue)
            member("instrument", reason.instrument)
            member("largeBecause", reason.largeBecause)
        }
    }

    func issue(_ page: IssuePage, next: String?, _ view: View) {
        object {
            object("issue") { issueSummary(page.summary, view) }
            member("wentTo", page.wentTo.map { "/api/v1/issues/\($0)" })
            array("occasions") { for entry in page.occasions { occasion(entry) } }
            array("members") { for entry in page.members { object { issueMember(entry) } } }
            member("next", next)
            array("leaving") { for entry in page.leaving { proposal(entry.move) } }
            array("arriving") { for entry in page.arriving { proposal(entry.move) } }
            array("decisions") { for decision in page.decisions { self.decision(decision) } }
        }
    }

    private func occasion(_ entry: IssueOccasion) {
        object {
            member("mechanism", entry.occasion.mechanism.rawValue)
            member("cycle", entry.occasion.cycle)
            member("year", entry.occasion.year)
            array("documents") {
                for document in entry.documents {
                    object {
                        member("id", Int(document.id.value))
                        member("symbol", document.symbol?.printed)
                    }
                }
            }
            array("recommendations") { for id in entry.occasion.recommendations { value(Int(id.value)) } }
            array("recommending", of: entry.occasion.recommending.map(\.rawValue))
            tally("answered", entry.occasion.answered)
            tally("positions", entry.occasion.positions)
            array("changes") { for change in entry.changes { laterChange(change) } }
            array("assessments") { for item in entry.assessments { assessed(item.recommendation, item.assessment) } }
        }
    }

    func laterChange(_ change: LaterChange) {
        object {
            member("recommendation", Int(change.recommendation.value))
            member("from", change.from.rawValue)
            member("to", change.to.rawValue)
            member("date", change.date?.description)
            member("document", change.document)
        }
    }

    func assessed(_ id: RecommendationID, _ item: Assessment) {
        object {
            member("recommendation", Int(id.value))
            member("assessor", item.assessor.rawValue)
            member("name", item.assessorName)
            member("scheme", item.scheme)
            member("value", item.value)
            member("date", item.date?.description)
            member("document", item.document)
        }
    }

    private func issueMember(_ entry: IssueMember) {
        member("id", Int(entry.record.id.value))
        member("text", entry.text)
        member("language", entry.record.language.rawValue)
        member("mechanism", entry.record.mechanism.rawValue)
        member("symbol", entry.record.symbol?.printed)
        member("paragraph", entry.record.paragraph?.printed)
        member("cycle", entry.record.cycle)
        member("published", entry.record.published?.description)
        array("recommending", of: entry.record.recommending.map(\.rawValue))
        member("answered", entry.answered?.rawValue)
        member("position", entry.record.position?.rawValue)
        member("group", entry.group)
        member("groupSize", entry.groupSize)
        member("pinned", entry.isPinned)
        member("placed", entry.isPlaced)
        member("since", entry.since)
        array("words", of: entry.words)
        array("themes", of: entry.themes)
        array("persons", of: entry.persons)
        member("self", "/api/v1/recommendations/\(entry.record.id)")
    }

    private func proposal(_ move: ProposedMove) {
        object {
            member("id", Int(move.id.value))
            member("recommendation", Int(move.recommendation.value))
            member("from", Int(move.from.value))
            member("to", Int(move.to.value))
            member("strength", move.strength)
            array("words", of: move.words)
        }
    }

    private func decision(_ decision: IssueDecision) {
        object {
            member("id", Int(decision.id.value))
            member("at", decision.at)
            member("action", decision.action.rawValue)
            member("issue", Int(decision.issue.value))
            member("other", decision.other.map { Int($0.value) })
            array("recommendations") { for id in decision.recommendations { value(Int(id.value)) } }
            member("name", decision.name)
            member("reverses", decision.reverses.map { Int($0.value) })
            member("reversedBy", decision.reversedBy.map { Int($0.value) })
        }
    }
}
