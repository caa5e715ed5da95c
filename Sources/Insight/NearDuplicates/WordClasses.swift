import Language

/// Words of the field that stand for one another, and words that hardly tell, by language. Each line: class, then words in any
/// inflection (they are stemmed as texts are); after `class!` stand words in just this form. What begins with `=` is a word of its
/// own that stands for all of the line, in every language; `light` words tell less than others.
enum WordClasses {
    static func lines(_ language: String) -> [(name: String, words: [String])] {
        guard let table = tables[language] else { return [] }
        return table.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ").map(String.init)
            guard let name = parts.first else { return nil }
            return (name, Array(parts.dropFirst()))
        }
    }

    /// What an ordinary word weighs.
    static let whole: Int32 = 100

    /// What a word of this class weighs.
    static func weight(_ name: String) -> Int32 {
        switch name {
        case "light": 25
        case _ where name.hasPrefix("="): 60
        default: whole
        }
    }

    static func role(_ name: String) -> WordRole? {
        switch name {
        case "filler": .filler
        case "hedge": .hedge
        case "study": .study
        case "possibility": .possibility
        case "join": .join
        case "sign": .sign
        case "state": .state
        case "party": .party
        case "not": .negation
        case "reservation": .reservation
        case "become": .become
        case "second": .second
        case "convention": .convention
        case "optional": .optional
        case "protocol": .protocolHead
        default: nil
        }
    }

    private static let tables: [String: String] = [
        "en": """
        filler continue pursue proceed further furthermore efforts endeavour take taking step measure necessary appropriate adequate
        filler! possible
        filler soon speed expedite accelerate hasten prompt early earliest near future quickly swiftly immediately urgent urgently
        filler fully full effective effectively additional relevant concrete order view aim aimed accordance compliance conformity line keeping
        filler process particular especially including include inter alia well make every various such existing ongoing
        filler without delay timely manner high united nations respect regard its move towards intensify actively work
        hedge! consider considering reconsider reconsidering envisage envisaging contemplate contemplating
        study! study studying examine examining explore exploring analyse assess look
        possibility! possibility possibilities feasibility
        become! become becoming
        join ratify ratification accede accession adhere adherence
        sign sign signature
        state state states
        party party parties
        not not never nor
        second second
        convention convention covenant statute statue treaty
        optional optional
        protocol protocol
        filler following namely
        light human rights right council national international country government thematic core instrument outstanding remaining
        light step implement implementation people person place domestic general independent relation matter
        =death death capital
        =penalty penalty punishment
        reservation reservation reservations
        =strengthen strengthen reinforce enhance step-up consolidate
        =establish establish create establishment creation
        =abolish abolish repeal abrogate delete abolition remove
        =combat combat fight counter tackle
        =adopt adopt enact adoption
        =ensure ensure guarantee secure
        =develop develop elaborate formulate
        =standing standing open permanent
        =extend extend issue address
        =raise raise increase lift
        =body institution commission nhri
        =mandate mandates holders
        """,
        "fr": """
        filler poursuivre continuer efforts prendre mesures mesure nécessaires appropriées bientôt accélérer rapidement délais
        filler pleinement effectivement efficace conformément conformité compte vue notamment particulier également tous toutes nations unies
        become! devenir
        filler! possible
        filler faire existant supplémentaires concrètes intensifier redoubler œuvrer œuvre vers
        hedge envisager considérer reconsidérer envisage
        study étudier examiner explorer
        possibility! possibilité possibilités opportunité
        join ratifier ratification adhérer adhésion
        sign signer signature
        state état états
        party partie parties
        not pas jamais
        second deuxième second
        convention convention pacte statut traité
        optional facultatif
        protocol protocole
        light droits homme droit conseil national internationale pays gouvernement instruments international humains
        reservation réserve réserves
        =strengthen renforcer consolider
        =establish établir créer instituer création mettre
        =abolish abolir abroger supprimer abolition
        =combat lutter combattre lutte
        =ensure assurer garantir veiller
        =standing permanente ouverte
        =develop élaborer développer
        """,
        "es": """
        filler continuar seguir proseguir esfuerzos adoptar tomar medidas necesarias apropiadas pronto acelerar rápidamente brevedad
        filler plenamente efectivamente eficaz conformidad cuenta vista particular incluidas también todos todas naciones unidas
        become! ser hacerse pasar
        filler! posible
        filler hacer existentes adicionales concretas intensificar redoblar
        hedge considerar reconsiderar contemplar
        study estudiar examinar explorar analizar
        possibility! posibilidad posibilidades conveniencia
        join ratificar ratificación adherirse adhesión adherir
        sign firmar firma
        state estado estados
        party parte partes
        not no nunca
        second segundo
        convention convención convenio pacto estatuto tratado
        optional facultativo
        protocol protocolo
        light derechos humanos derecho consejo nacional internacional país gobierno instrumentos
        reservation reserva reservas
        =strengthen fortalecer reforzar consolidar
        =establish establecer crear instituir creación establecimiento
        =abolish abolir derogar suprimir abolición eliminar
        =combat luchar combatir lucha
        =ensure asegurar garantizar velar
        =standing permanente abierta
        =develop elaborar desarrollar formular
        """,
        "ru": """
        filler продолжать продолжить усилия предпринять принять принимать меры необходимые надлежащие возможно скорее ускорить скорейшем
        filler полностью полной эффективно эффективные соответствии соответствие учетом целях частности также все дополнительные
        filler конкретные активизировать наращивать организации объединенных наций шаги
        hedge рассмотреть рассмотрение рассматривать
        study изучить изучать проанализировать
        possibility! возможность возможности возможностей
        join ратифицировать ратификация присоединиться присоединение ратификации присоединении
        sign подписать подписание
        state государство государства
        party участник
        become! стать становиться
        not не нельзя никогда
        second второй второму
        convention конвенция пакт статут договор
        optional факультативный
        protocol протокол
        light прав права человека совет национальный международный страна правительство документ
        reservation оговорка оговорки
        =strengthen укреплять укрепить усилить усиливать
        =establish создать учредить создание учреждение
        =abolish отменить отмена упразднить
        =combat бороться борьба
        =ensure обеспечить гарантировать обеспечивать
        =standing постоянное открытое
        =develop разработать разрабатывать
        """,
        "ar": """
        filler مواصلة الاستمرار الجهود جهودها اتخاذ التدابير تدابير اللازمة المناسبة الممكن أقرب وقت الإسراع تسريع
        filler كامل كاملة الفعالة فعالة وفقا بما يتماشى خاصة أيضا جميع إضافية ملموسة تكثيف الأمم المتحدة
        hedge النظر نظر
        study دراسة بحث
        possibility إمكانية
        join التصديق تصديق الانضمام انضمام المصادقة
        sign التوقيع توقيع
        state الدولة الدول
        become! تصبح أن
        party طرفا طرف الطرف
        not لا لم لن عدم
        second الثاني
        convention الاتفاقية اتفاقية العهد النظام
        optional الاختياري
        protocol البروتوكول
        light حقوق الإنسان حق مجلس الوطنية الدولية البلد الحكومة صكوك
        reservation تحفظ تحفظات
        =strengthen تعزيز تدعيم
        =establish إنشاء تأسيس
        =abolish إلغاء
        =combat مكافحة محاربة
        =ensure ضمان كفالة
        =standing دائمة مفتوحة
        =develop وضع صياغة
        """,
    ]
}
