import Domain
import Frame
import Locales
import Markup
import Plans

/// On the page of a commitment: the laws that serve it, and where they stand.
struct CommitmentLaws {
    let visit: Visit
    let commitment: CommitmentID
    let laws: [LawRecord]

    private var mayEnter: Bool { visit.member.reach(.editPlan) == .all }

    func write(_ view: View) {
        guard !laws.isEmpty || mayEnter else { return }
        let html = view.html
        view.section("laws", view.say("law.title")) {
            if laws.isEmpty { html.element(.p, .class("soft"), text: view.say("matters.noLaw")) }
            html.element(.ul) {
                for record in laws {
                    html.element(.li) {
                        html.element(
                            .a, .href(view.address(visit.path("/laws/\(record.law.id)"))), .dir("auto"),
                            text: record.law.title)
                        html.text(" ")
                        html.element(.span, .class("soft")) {
                            html.text(
                                record.stage.map { view.say("law.stage.\($0.stage.rawValue)") }
                                    ?? view.say("law.noStage"))
                            if let day = record.stage?.day { html.text(view.say("list.comma") + view.date(day)) }
                        }
                    }
                }
            }
            if mayEnter {
                html.element(.p) {
                    view.link(
                        view.address(visit.path("/laws"), [("serves", "commitment:\(commitment)")]),
                        view.say("law.add.title"))
                }
            }
        }
    }
}
