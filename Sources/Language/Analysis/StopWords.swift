/// Words that say nothing of what a text is about. They are indexed (phrases need them) and asked for where a question requires
/// every word; only the ranking of plain text passes over them.
public enum StopWords {
    private static let folded: [String: Set<String>] = [
        "en": words(
            """
            a about above after again all also am an and any are as at be because been before being below between both but \
            by can could did do does doing during each few for from further had has have having he her here hers him his how \
            i if in into is it its itself just many me more most much must my no nor not of off on once only or other our \
            out over own s same shall she should so some such t than that the their them then there these they this those \
            through to too under until up very was we were what when where which while who whom why will with would you your
            """),
        "fr": words(
            """
            a afin ai alors au aucun aussi aux avec avoir c ce cela ces cet cette chez comme comment d dans de des dont du \
            elle elles en entre est et etait ete etre eu il ils j je l la le les leur leurs lors lui m mais meme mes mon n ne \
            ni nos notre nous on ont ou par pas plus pour qu quand que quel quelle quelles quels qui quoi s sa sans se ses si \
            son sont sous sur t ta te tes ton tous tout toute toutes tres tu un une vos votre vous y
            """),
        "es": words(
            """
            a al algo ante antes aquel como con contra cual cuales cuando cuantas cuanto cuantos de del desde donde durante e \
            el ella ellas ellos en entre era es esa esas ese eso esos esta estaba estan estas este esto estos fue fueron ha \
            habia han hasta hay la las le les lo los mas me mi mientras muy ni no nos o otra otro para pero por porque que \
            quien quienes se sea ser si sin sobre son su sus tambien tan tanto te tiene todo todos tras tu u un una uno unos y \
            ya yo
            """),
        "ru": words(
            """
            а без был была были было быть в вам вас весь во вот все всего всех вы где да для до его ее если есть еще же за \
            здесь и из или им их к как какая какие каким какими каких каков какова каково какое какой какую ко когда кого кем \
            кто куда ли либо между меня мне мы на над нам нас не него нее нет ни них но ну о об однако он она они оно от \
            очень по под почему при про с свою себя сколько со так также там то того той только том тот ты у уже чего чей чем \
            чему что чтобы чье чья эта эти это этого этой этом этот я
            """),
        "ar": words(
            """
            من في على الى عن مع هذا هذه ذلك تلك التي الذي الذين ما ماذا متى اين كيف كم هل لم لن لا ان او ثم قد كان كانت يكون \
            هو هي هم هما بين كل بعد قبل عند منذ حتى اي ايضا غير اذا لماذا لكن و ف ب ل
            """),
        "zh": words("的 了 是 在 和 与 或 及 等 也 就 都 而 着 把 被 让 向 吗 呢 吧 啊 之 其 这 那 哪 些 什 么 谁 多 少 几 个 为 何 如 有"),
    ]

    /// `word` as `TextFolding.fold` leaves it.
    public static func contains(_ word: String, language: String) -> Bool {
        folded[String(language.prefix(2))]?.contains(word) ?? false
    }

    private static func words(_ list: String) -> Set<String> {
        Set(list.split { $0 == " " || $0 == "\n" }.map { TextFolding.fold(String($0)) })
    }
}
