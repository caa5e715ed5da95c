package import Domain
import Locales
import Markup

/// Somebody who can be chosen in a form.
package struct Choosable: Sendable, Hashable {
    package var id: Int64
    package var name: String
    /// Where she belongs, to tell people of one name apart.
    package var place: String?

    package init(id: Int64, name: String, place: String? = nil) {
        self.id = id
        self.name = name
        self.place = place
    }
}

extension View {
    /// A choice of one institution. `nobody` is what choosing none is called; closed ones are offered only where one stands already.
    package func institutionSelect(
        _ name: String, _ label: String, _ institutions: [Institution], chosen: InstitutionID?, nobody: String?,
        hint: String? = nil, style: String = ""
    ) {
        var options = nobody.map { [(value: "", text: $0)] } ?? []
        for one in ordered(institutions) where !one.isClosed || one.id == chosen {
            options.append((value: String(one.id.value), text: text(of: one)))
        }
        select(name, label, options, chosen: chosen.map { String($0.value) } ?? "", hint: hint, style: style)
    }

    /// A choice of any number of institutions, folded up until it is needed.
    package func institutionChecks(
        _ name: String, _ legend: String, _ institutions: [Institution], chosen: [InstitutionID]
    ) {
        let offered = ordered(institutions).filter { !$0.isClosed || chosen.contains($0.id) }
        html.element(.details, .class("entry several")) {
            html.element(.summary, .class("label")) {
                html.text(legend)
                html.text(" ")
                html.element(.span, .class("count"), text: say("list.chosen", ["count": .number(chosen.count)]))
            }
            html.element(.fieldset) {
                html.element(.legend, .class("hidden"), text: legend)
                for one in offered {
                    let id = "\(name)-\(one.id.value)"
                    html.element(.div, .class("tickable")) {
                        html.empty(
                            .input, .type("checkbox"), .id(id), .name(name), .value(String(one.id.value)),
                            .checked(chosen.contains(one.id)))
                        html.element(.label, .for(id), .dir("auto"), text: text(of: one))
                    }
                }
            }
        }
    }

    /// A choice of one person.
    package func personSelect(
        _ name: String, _ label: String, _ people: [Choosable], chosen: Int64?, nobody: String?, hint: String? = nil,
        style: String = ""
    ) {
        var options = nobody.map { [(value: "", text: $0)] } ?? []
        for one in people.sorted(by: { Collation.key($0.name) < Collation.key($1.name) }) {
            options.append((value: String(one.id), text: one.place.map { "\(one.name) (\($0))" } ?? one.name))
        }
        select(name, label, options, chosen: chosen.map(String.init) ?? "", hint: hint, style: style)
    }

    /// In the reader's alphabetical order.
    package func ordered(_ institutions: [Institution]) -> [Institution] {
        institutions.sorted { Collation.key($0.name) < Collation.key($1.name) }
    }

    private func text(of institution: Institution) -> String {
        institution.abbreviation.map { "\(institution.name) (\($0))" } ?? institution.name
    }
}
