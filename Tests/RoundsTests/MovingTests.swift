import Domain
import People
import PlanSupport
import Plans
import Rounds
import Store
import TestSupport
import Testing

@Suite("From the draft to the edited report")
struct MovingTests {
    private typealias Text = RoundFixture.Text

    /// The edited report: other numbers and order, some words changed, three paragraphs split, three pairs joined, two gone, two new.
    private struct Edited {
        var texts: [Text] = []
        /// Old number to new numbers; none where it is gone.
        var became: [String: [String]] = [:]

        init(_ old: [Text]) {
            var next = 0
            func number(_ text: Text) -> String {
                next += 1
                return "139.\(next)"
            }
            // Blocks of a report change places when it is edited.
            let order = Array(old[58..<130]) + Array(old[0..<58]) + Array(old[130...])
            var place = 0
            while place < order.count {
                var text = order[place]
                let oldNumber = text.number
                switch place {
                case 20, 90, 150:
                    let halves = [
                        text.words + " by a decree of the council", "Inform the public of " + text.words.lowercased(),
                    ]
                    for half in halves {
                        text.words = half
                        text.number = number(text)
                        became[oldNumber, default: []].append(text.number)
                        texts.append(text)
                    }
                case 30, 100, 160:
                    let other = order[place + 1]
                    text.words += " and " + other.words.lowercased()
                    text.from += other.from
                    text.number = number(text)
                    texts.append(text)
                    became[oldNumber] = [text.number]
                    became[other.number] = [text.number]
                    place += 1
                case 40, 170: became[oldNumber] = []
                default:
                    if place.isMultiple(of: 25) { text.words += ", as recommended by the committee of experts" }
                    if place.isMultiple(of: 17) { text.words = text.words.replacing(" the ", with: " its ") }
                    text.number = number(text)
                    became[oldNumber] = [text.number]
                    texts.append(text)
                }
                place += 1
            }
            for words in ["Lower the price of bus tickets for apprentices", "Open the archive of river engineering"] {
                var text = Text(number: "", words: words, from: ["XAA"], position: .pending)
                text.number = number(text)
                texts.append(text)
            }
        }
    }

    @Test("215 paragraphs renumbered, some split, joined, reworded and gone: no question and no answer is lost")
    func nothingIsLost() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database)
            let (rounds, keeper) = (fixture.rounds, fixture.keeper)
            let draft = RoundFixture.texts()
            let document = try await fixture.report("DEMO/WG.6/47/L.1", draft)
            let round = try await rounds.open(document, by: keeper)
            let before = try await circulateAndAnswer(fixture, round.id)
            let edited = Edited(draft)
            let later = try await fixture.report("DEMO/HRC/62/9", edited.texts)
            let page = try await rounds.renumbering(round.id, to: later, keeper)
            // What needs a person: split and joined paragraphs, the two that are gone, and nothing that was only renumbered.
            let unsure = Set(page.unsure.compactMap { page.paragraphs[$0.paragraph]?.name })
            let hard = Set(edited.became.filter { $0.value.count != 1 }.keys)
                .union(
                    edited.texts.flatMap { text in
                        let sources = edited.became.filter { $0.value == [text.number] }.keys
                        return sources.count > 1 ? Array(sources) : []
                    })
            #expect(hard.isSubset(of: unsure))
            #expect(unsure.count < 40)
            for link in page.renumbering.links where link.isSure {
                let name = page.paragraphs[link.paragraph]?.name ?? ""
                let found = link.targets.compactMap { page.recommendations[$0]?.paragraph?.printed }
                #expect(found == edited.became[name], "\(name)")
            }
            await #expect(throws: WorkspaceError.invalid("paragraph", "round.decisionMissing")) {
                try await rounds.move(round.id, version: round.version, to: later, [:], by: keeper)
            }
            let ids = Dictionary(
                uniqueKeysWithValues: page.recommendations.map { ($0.value.paragraph?.printed ?? "", $0.key) })
            var decisions: [RoundParagraphID: MoveDecision] = [:]
            for link in page.unsure {
                let targets = (edited.became[page.paragraphs[link.paragraph]?.name ?? ""] ?? []).compactMap { ids[$0] }
                decisions[link.paragraph] = targets.isEmpty ? .dropped("Taken back by its State") : .became(targets)
            }
            let moved = try await rounds.move(round.id, version: round.version, to: later, decisions, by: keeper)
            #expect(moved[.dropped] == 2)
            #expect(moved[.added] == 2)
            #expect(moved[.merged] == 6)
            #expect(moved[.split] == 6)
            try await check(fixture, round.id, before, edited)
        }
    }

    /// Asks each institution for every fourth paragraph and its neighbour, and answers two of three.
    private func circulateAndAnswer(
        _ fixture: RoundFixture, _ id: RoundID
    ) async throws -> [String: [InstitutionID: Proposal]] {
        let lines = try await fixture.rounds.page(id, fixture.keeper).live.filter { $0.standing != .decided }
        for (place, institution) in fixture.institutions.enumerated() {
            let picks = lines.enumerated().filter { $0.offset % 12 == place || $0.offset % 4 == place % 4 }
                .map { RoundPick($0.element.paragraph.id) }
            _ = try await fixture.rounds.circulate(
                id, picks, to: [institution.id], due: RoundFixture.due, by: fixture.keeper)
            let answered = picks.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)
            _ = try await fixture.rounds.answer(
                id, answered, for: institution.id,
                ProposalDraft(position: .supported, reason: "Answer of \(institution.name)"), by: fixture.keeper)
        }
        let after = try await fixture.rounds.page(id, fixture.keeper).live
        return Dictionary(
            uniqueKeysWithValues: after.map { line in
                (
                    line.paragraph.name,
                    Dictionary(uniqueKeysWithValues: line.proposals.map { ($0.institution, $0) })
                )
            })
    }

    private func check(
        _ fixture: RoundFixture, _ id: RoundID, _ before: [String: [InstitutionID: Proposal]], _ edited: Edited
    ) async throws {
        let page = try await fixture.rounds.page(id, fixture.keeper)
        #expect(page.live.count == edited.texts.count)
        #expect(page.round.edition == 2)
        let live = Dictionary(uniqueKeysWithValues: page.live.map { ($0.paragraph.name, $0) })
        let kept = Set(page.lines.flatMap(\.proposals).map(\.id))
        for (number, proposals) in before {
            for (institution, proposal) in proposals {
                // The very answer is still there, on a live paragraph or on the one that was joined or dropped.
                #expect(kept.contains(proposal.id), "\(number)")
                for target in edited.became[number] ?? [] {
                    let carried = live[target]?.proposals.first { $0.institution == institution }
                    #expect(carried != nil, "\(number) -> \(target)")
                    let isAlone = edited.became.count { $0.value.contains(target) } == 1
                    if isAlone { #expect(carried?.position == proposal.position, "\(number) -> \(target)") }
                    if !proposal.reason.isEmpty { #expect(carried?.reason.contains(proposal.reason) == true) }
                }
            }
        }
        let troubles = try await fixture.rounds.troubles(id, fixture.keeper)
        #expect(!troubles.contains { $0.paragraph == nil || $0.kind == .elsewhere || $0.kind == .twice })
        try await fixture.finish(id)
        _ = try await fixture.rounds.freeze(id, version: page.round.version, by: fixture.keeper)
        #expect(try await fixture.rounds.frozen(id, fixture.keeper).entries.count == edited.texts.count)
    }

    @Test("Where the record itself gives a paragraph its new number, the round is told and follows")
    func sameRecord() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 1)
            let (rounds, keeper) = (fixture.rounds, fixture.keeper)
            var texts = Array(RoundFixture.texts().suffix(12))
            let document = try await fixture.report("A/HRC/WG.6/47/L.3", texts, source: .unDraft)
            let round = try await rounds.open(document, by: keeper)
            let picks = try await rounds.page(round.id, keeper).live.map { RoundPick($0.paragraph.id) }
            _ = try await rounds.circulate(
                round.id, picks, to: [fixture.institutions[0].id], due: RoundFixture.due, by: keeper)
            _ = try await rounds.resolve(
                round.id, picks, ProposalDraft(position: .supported, reason: "Yes"), by: keeper)
            _ = try await rounds.clear(round.id, picks, .institution, note: "By telephone", by: keeper)
            for place in texts.indices { texts[place].number = "139.\(200 + place)" }
            texts[3].words += " with the help of United Nations experts and of neighbouring States"
            let later = try await fixture.report("A/HRC/62/9", texts, source: .unReport)
            let troubles = try await rounds.troubles(round.id, keeper)
            #expect(troubles.contains { $0.kind == .elsewhere })
            let page = try await rounds.renumbering(round.id, to: later, keeper)
            #expect(page.unsure.isEmpty)
            _ = try await rounds.move(round.id, version: round.version, to: later, [:], by: keeper)
            let lines = try await rounds.page(round.id, keeper).live
            #expect(lines.map(\.paragraph.name) == texts.map(\.number))
            #expect(lines.map(\.paragraph.id) == picks.map(\.paragraph))
            #expect(lines.allSatisfy { $0.proposals.count == 1 && $0.paragraph.resolution == .supported })
            // Other words have to be cleared again; the same words have not.
            #expect(lines[3].paragraph.clearance.step == .returned)
            #expect(lines.filter { $0.paragraph.clearance.step == .institution }.count == 11)
            let moves = try await rounds.paragraph(lines[3].paragraph.id, keeper).moves
            #expect(moves.map(\.kind) == [.reworded])
            #expect(moves.first?.newNumber == "139.203")
        }
    }
}
