//! Which rows of the source are administrative divisions, and how their names are written.

/// Behind a village's name in the source, longest first: the committee, not the place. The second says what ending the
/// name then needs.
const COMMITTEES: [(&str, &str); 11] = [
    ("社区居民委员会", "社区"),
    ("社区居委会", "社区"),
    ("嘎查村民委员会", "嘎查"),
    ("嘎查委员会", "嘎查"),
    ("嘎查委会", "嘎查"),
    ("嘎查村委会", "嘎查"),
    ("居民委员会", "社区"),
    ("村民委员会", "村"),
    ("村委会", "村"),
    ("居委会", "社区"),
    ("嘎查村", "嘎查"),
];

/// Endings of townships and villages; all else at these levels is a zone, a farm, a company.
const TOWNSHIPS: [&str; 4] = ["街道", "苏木", "镇", "乡"];
const VILLAGES: [&str; 3] = ["嘎查", "社区", "村"];
const NO_DIVISION: [&str; 12] =
    ["开发区", "园区", "虚拟", "特殊", "筹备", "直属", "管理", "科技新城", "高新", "产业", "农场", "保税"];

/// What official names of autonomous areas carry between their own name and their type.
const PEOPLES: [&str; 58] = [
    "维吾尔",
    "达斡尔",
    "鄂温克",
    "鄂伦春",
    "哈萨克",
    "柯尔克孜",
    "蒙古族",
    "回族",
    "藏族",
    "维吾尔族",
    "苗族",
    "彝族",
    "壮族",
    "布依族",
    "朝鲜族",
    "满族",
    "侗族",
    "瑶族",
    "白族",
    "土家族",
    "哈尼族",
    "哈萨克族",
    "傣族",
    "黎族",
    "傈僳族",
    "佤族",
    "畲族",
    "高山族",
    "拉祜族",
    "水族",
    "东乡族",
    "纳西族",
    "景颇族",
    "柯尔克孜族",
    "土族",
    "达斡尔族",
    "仫佬族",
    "羌族",
    "布朗族",
    "撒拉族",
    "毛南族",
    "仡佬族",
    "锡伯族",
    "阿昌族",
    "普米族",
    "塔吉克族",
    "怒族",
    "鄂温克族",
    "德昂族",
    "保安族",
    "裕固族",
    "独龙族",
    "鄂伦春族",
    "蒙古",
    "各族",
    "民族",
    "塔吉克",
    "锡伯",
];

/// The official name of a row; `None` where it is no administrative division. `parents` are the official names above it.
pub(crate) fn name(code: &str, level: usize, printed: &str, parents: &[&str]) -> Option<String> {
    let printed = parents
        .iter()
        .fold(printed, |it, parent| it.strip_prefix(*parent).filter(|it| it.chars().count() > 2).unwrap_or(it));
    match level {
        0 => Some(printed.to_owned()),
        1 => (printed != "市辖区" && printed != "县" && !printed.contains("直辖县级")).then(|| printed.to_owned()),
        2 if parents.contains(&printed) => None,
        2 if code.as_bytes().get(4) == Some(&b'7') => {
            printed.strip_suffix("管委会").filter(|it| it.ends_with("管理区")).map(str::to_owned)
        }
        2 => printed.ends_with(['市', '区', '县', '旗']).then(|| printed.to_owned()),
        3 => township(printed),
        _ => village(printed),
    }
}

fn township(printed: &str) -> Option<String> {
    let name = printed.strip_suffix("办事处").filter(|it| it.ends_with("街道")).unwrap_or(printed);
    let stem = TOWNSHIPS.iter().find_map(|it| name.strip_suffix(it))?;
    proper(stem).then(|| name.to_owned())
}

fn village(printed: &str) -> Option<String> {
    let name = match COMMITTEES.iter().find_map(|&(it, ending)| Some((printed.strip_suffix(it)?, ending))) {
        Some((stem, _)) if VILLAGES.iter().any(|it| stem.ends_with(it)) => {
            stem.strip_suffix("嘎查村").map_or_else(|| stem.to_owned(), |it| format!("{it}嘎查"))
        }
        Some((stem, ending)) => format!("{stem}{ending}"),
        None => printed.to_owned(),
    };
    let stem = VILLAGES.iter().find_map(|it| name.strip_suffix(it))?;
    proper(stem).then_some(name)
}

/// A name of a length people say, of Chinese characters only, and of no zone.
fn proper(stem: &str) -> bool {
    let n_chars = stem.chars().count();
    (1..=9).contains(&n_chars)
        && stem.chars().all(|it| ('\u{4e00}'..='\u{9fff}').contains(&it))
        && !NO_DIVISION.iter().any(|it| stem.contains(it))
}

/// Short names that do not follow from dropping the last character: those of autonomous areas and of ethnic townships.
pub(crate) fn short_names(level: usize, name: &str) -> Vec<String> {
    let endings = [
        ("自治区", ""),
        ("自治州", "州"),
        ("自治县", "县"),
        ("自治旗", "旗"),
        ("特别行政区", ""),
        ("乡", "乡"),
        ("镇", "镇"),
    ];
    let Some((body, ending)) = endings.iter().find_map(|&(it, short)| Some((name.strip_suffix(it)?, short))) else {
        return vec![];
    };
    let stem = without_peoples(body);
    if level > 2 {
        return if stem == body { vec![] } else { vec![format!("{stem}{ending}")] };
    }
    let mut res = vec![stem.to_owned()];
    if !ending.is_empty() {
        res.push(format!("{stem}{ending}"));
    }
    res
}

/// `body` without the peoples at its end, but never nothing or one character.
fn without_peoples(body: &str) -> &str {
    let shorter = PEOPLES
        .iter()
        .filter_map(|it| body.strip_suffix(it))
        .filter(|it| it.chars().count() > 1)
        .min_by_key(|it| it.len());
    match shorter {
        Some(it) => without_peoples(it),
        None => body.strip_suffix('族').filter(|it| it.chars().count() > 1).unwrap_or(body),
    }
}
